package dev.homelab.discordbot.guild;

/** What a server starts with. */
enum DefaultType {
    GENERAL_SUPPORT("General Support", "💬", "general-support"),
    BUG_REPORTS("Bug Reports", "🐛", "bug-reports"),
    FEATURE_REQUESTS("Feature Requests", "💡", "feature-requests"),
    ACCOUNT_ISSUES("Account Issues", "🔑", "account-issues");

    private final String title;
    private final String emoji;
    private final String channelName;

    DefaultType(String title, String emoji, String channelName) {
        this.title = title;
        this.emoji = emoji;
        this.channelName = channelName;
    }

    String title() {
        return title;
    }

    String emoji() {
        return emoji;
    }

    String channelName() {
        return channelName;
    }
}
