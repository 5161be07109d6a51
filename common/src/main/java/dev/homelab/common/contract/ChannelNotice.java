package dev.homelab.common.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;

/**
 * What a channel on Discord is to be told.
 *
 * @param key the same for every repetition of one notice
 * @param channel the id of a channel of a server that the bot is in
 * @param title one sentence, at most 250 characters
 * @param text more of it, at most 2000 characters; may be empty
 * @param address of a page that tells all of it, at most 500 characters
 */
public record ChannelNotice(UUID key, long channel, Tone tone, String title, String text, String address, Instant at) {

    private static final int LONGEST_TITLE = 250;
    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_ADDRESS = 500;

    /** How it is coloured. */
    public enum Tone {
        @JsonProperty("bad")
        BAD,
        @JsonProperty("warning")
        WARNING,
        @JsonProperty("good")
        GOOD
    }

    public ChannelNotice {
        Given.given(key, "key");
        if (channel <= 0) {
            throw new IllegalArgumentException("channel must be the id of a channel on Discord.");
        }
        Given.given(tone, "tone");
        Given.text(title, "title", LONGEST_TITLE);
        if (Given.text(text, "text").length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("text must have at most " + LONGEST_TEXT + " characters.");
        }
        if (!Given.text(address, "address", LONGEST_ADDRESS).matches("https?://[^\\s<>]+")) {
            throw new IllegalArgumentException("address must be one of the web.");
        }
        Given.given(at, "at");
    }
}
