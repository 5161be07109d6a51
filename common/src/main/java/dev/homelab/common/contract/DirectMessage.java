package dev.homelab.common.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is to be told; the words are the discord-bot's.
 *
 * @param key the same for every repetition of one message
 * @param recipient a Discord user id
 * @param language a language tag; null when it is not known, which means English
 * @param platform the platform's name as people read it, at most 100 characters
 * @param account the account's name there, at most 200 characters
 * @param reason for {@link Kind#LINK_DIED} a code in lower case with hyphens, such as {@code grant-ended}; null otherwise
 * @param until for {@link Kind#LINK_ENDS} when it ends; null otherwise
 * @param address of the page where something can be done about it, at most 500 characters
 */
public record DirectMessage(
        UUID key,
        long recipient,
        @Nullable String language,
        Kind kind,
        String platform,
        String account,
        @Nullable String reason,
        @Nullable Instant until,
        String address) {

    private static final int LONGEST_PLATFORM = 100;
    private static final int LONGEST_ACCOUNT = 200;
    private static final int LONGEST_ADDRESS = 500;

    /** What has happened. */
    public enum Kind {
        /** The link is dead until its streamer links again. */
        @JsonProperty("link-died")
        LINK_DIED,
        /** The link ends soon, whatever anybody but its streamer does. */
        @JsonProperty("link-ends")
        LINK_ENDS
    }

    public DirectMessage {
        Given.given(key, "key");
        if (recipient <= 0) {
            throw new IllegalArgumentException("recipient must be a Discord user id.");
        }
        Given.text(platform, "platform", LONGEST_PLATFORM);
        Given.text(account, "account", LONGEST_ACCOUNT);
        if (Given.given(kind, "kind") == Kind.LINK_DIED) {
            Given.text(reason, "reason", LONGEST_PLATFORM);
        } else {
            Given.given(until, "until");
        }
        if (!Given.text(address, "address", LONGEST_ADDRESS).matches("https?://[^\\s<>]+")) {
            throw new IllegalArgumentException("address must be one of the web.");
        }
    }
}
