package dev.homelab.streambot.platform;

import java.util.regex.Pattern;

/**
 * Somebody at a platform.
 *
 * @param id the platform's own id, which never changes
 * @param name what people know them by, which does
 * @param picture an HTTP address; empty for none
 */
public record PlatformAccount(String id, String name, String picture) {

    private static final int LONGEST = 200;
    private static final Pattern PICTURE = Pattern.compile("https?://[^\\s\"'<>]{1,500}");

    public PlatformAccount {
        if (id.isBlank() || id.length() > LONGEST) {
            throw new UnusableAnswer("the account's id is missing or too long");
        }
        picture = PICTURE.matcher(picture).matches() ? picture : "";
        name = name.isBlank() ? id : name.substring(0, Math.min(name.length(), LONGEST));
    }
}
