package dev.homelab.local.discord.world;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One click, menu choice, command or sent form, and what the bot answered. */
public final class Interaction {

    public static final Duration FIRST_ANSWER_WITHIN = Duration.ofSeconds(3);
    static final Duration TOKEN_LIFETIME = Duration.ofMinutes(15);

    static final int COMMAND = 2;
    static final int COMPONENT = 3;
    static final int AUTOCOMPLETE = 4;
    static final int MODAL_SUBMIT = 5;

    final long id;
    final String token;
    final int type;
    final long userId;
    final Channel channel;
    final ObjectNode data;
    final Instant createdAt;
    final @Nullable Message source;
    final @Nullable Interaction trigger;

    volatile int answer;

    @Nullable
    Message original;

    @Nullable
    ObjectNode modal;

    @Nullable
    ArrayNode choices;

    Interaction(
            long id,
            int type,
            long userId,
            Channel channel,
            ObjectNode data,
            Instant createdAt,
            @Nullable Message source,
            @Nullable Interaction trigger) {
        this.id = id;
        // The length and look of Discord's tokens do not matter; that they cannot be guessed from the id does.
        this.token = java.util.UUID.randomUUID().toString().replace("-", "") + Long.toString(id, 36);
        this.type = type;
        this.userId = userId;
        this.channel = channel;
        this.data = data;
        this.createdAt = createdAt;
        this.source = source;
        this.trigger = trigger;
    }

    /** What authorises answers to it; a secret. */
    public String token() {
        return token;
    }

    public long id() {
        return id;
    }

    /** When the person did it. */
    public Instant createdAt() {
        return createdAt;
    }

    /** Discord's number of the first answer's kind, 0 as long as there is none. */
    public int answer() {
        return answer;
    }

    /** The message that was made or changed by the first answer. */
    public @Nullable Message original() {
        return original;
    }

    public @Nullable ObjectNode modal() {
        return modal;
    }

    public @Nullable ArrayNode choices() {
        return choices;
    }

    boolean firstAnswerIsLate(Instant now, Duration within) {
        return answer == 0 && now.isAfter(createdAt.plus(within));
    }

    boolean tokenIsOver(Instant now) {
        return now.isAfter(createdAt.plus(TOKEN_LIFETIME));
    }
}
