package dev.homelab.streambot.platform;

/** What a platform means when it refuses to give tokens. */
public enum RefusalMeaning {
    /** The streamer has to link again. */
    GRANT_IS_DEAD,
    /** Our client id or secret is wrong; no streamer can do anything about it. */
    WE_ARE_MISCONFIGURED,
    /** It concerns this link alone, and is the end of it when it is said for long. */
    THIS_LINK_IS_REFUSED,
    /** Try again later. */
    UNCLEAR;

    /** What the error code of a platform means that uses those of RFC 6749, 5.2, and means what they say. */
    public static RefusalMeaning ofStandard(String code) {
        return switch (code) {
            case "invalid_grant" -> GRANT_IS_DEAD;
            case "invalid_client", "unauthorized_client" -> WE_ARE_MISCONFIGURED;
            default -> UNCLEAR;
        };
    }
}
