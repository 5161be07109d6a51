package dev.homelab.local.discord.world;

import org.jspecify.annotations.Nullable;

/** A file that is kept with a message; the bytes are served under a signed address that expires. */
@SuppressWarnings("ArrayRecordComponent")
public record Attachment(
        long id,
        String filename,
        @Nullable String contentType,
        @Nullable String description,
        byte[] bytes) {}
