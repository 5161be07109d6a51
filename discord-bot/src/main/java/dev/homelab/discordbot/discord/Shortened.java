package dev.homelab.discordbot.discord;

/** Words that must fit into what Discord allows. */
public final class Shortened {

    private Shortened() {}

    /**
     * The text, or as much of its beginning as fits with an ellipsis; never half of a character, which JSON cannot carry.
     *
     * @param longest in UTF-16 units, at least 2
     */
    public static String to(int longest, String text) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
