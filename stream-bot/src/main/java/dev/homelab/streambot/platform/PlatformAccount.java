package dev.homelab.streambot.platform;

/**
 * Somebody at a platform.
 *
 * @param id the platform's own id, which never changes
 * @param name what people know them by, which does
 * @param picture an HTTP address; empty for none
 */
public record PlatformAccount(String id, String name, String picture) {

    private static final int LONGEST = 200;

    public PlatformAccount {
        if (id.isBlank() || id.length() > LONGEST) {
            throw new UnusableAnswer("the account's id is missing or too long");
        }
        picture = picture.matches("https?://[^\\s\"'<>]{1,500}") ? picture : "";
        name = name.isBlank() ? id : name.substring(0, Math.min(name.length(), LONGEST));
    }
}
