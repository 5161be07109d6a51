package dev.homelab.local.discord.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One message; embeds and components are kept as Discord would send them. */
public final class Message {

    static final int EPHEMERAL = 1 << 6;
    static final int LOADING = 1 << 7;
    static final int COMPONENTS_V2 = 1 << 15;

    long id;
    long channelId;
    int type;
    long authorId;
    String content = "";
    ArrayNode embeds = Json.array();
    ArrayNode components = Json.array();
    List<Attachment> attachments = new ArrayList<>();
    int flags;
    Set<Long> mentions = new LinkedHashSet<>();
    Set<Long> mentionedRoles = new LinkedHashSet<>();
    boolean mentionsEveryone;
    boolean tts;

    @Nullable
    Instant pinnedAt;

    Instant sentAt = Instant.EPOCH;

    @Nullable
    Instant editedAt;

    @Nullable
    ObjectNode reference;

    @Nullable
    ObjectNode interaction;

    @Nullable
    String nonce;

    Map<String, LinkedHashSet<Long>> reactions = new LinkedHashMap<>();
    long threadId;
    /** The only one who sees an ephemeral message, else 0. */
    long visibleTo;

    Message() {}

    Message(long id, long channelId, long authorId, Instant sentAt) {
        this.id = id;
        this.channelId = channelId;
        this.authorId = authorId;
        this.sentAt = sentAt;
    }

    public long id() {
        return id;
    }

    public long channelId() {
        return channelId;
    }

    public long authorId() {
        return authorId;
    }

    public String content() {
        return content;
    }

    public ArrayNode embeds() {
        return embeds;
    }

    public ArrayNode components() {
        return components;
    }

    public List<Attachment> attachments() {
        return List.copyOf(attachments);
    }

    public boolean isEphemeral() {
        return visibleTo != 0;
    }

    /** "… is thinking": deferred and not yet filled. */
    public boolean isLoading() {
        return (flags & LOADING) != 0;
    }

    /** When it was pinned; null when it is not. */
    public @Nullable Instant pinnedAt() {
        return pinnedAt;
    }

    public boolean mentions(long userId) {
        return mentions.contains(userId);
    }

    boolean usesComponentsV2() {
        return (flags & COMPONENTS_V2) != 0;
    }

    boolean visibleTo(long userId) {
        return visibleTo == 0 || visibleTo == userId;
    }
}
