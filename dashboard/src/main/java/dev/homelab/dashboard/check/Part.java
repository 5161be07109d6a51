package dev.homelab.dashboard.check;

import java.util.List;

/** What is watched, and what it cannot do without. */
public enum Part {
    POSTGRESQL("PostgreSQL"),
    REDIS("Redis"),
    OBJECTS("Object storage (S3)"),
    DISCORD_BOT("discord-bot"),
    DISCORD("Discord"),
    STREAM_BOT("stream-bot");

    private final String title;

    Part(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public List<Part> needs() {
        return switch (this) {
            case POSTGRESQL, REDIS, OBJECTS -> List.of();
            case DISCORD_BOT, STREAM_BOT -> List.of(POSTGRESQL);
            case DISCORD -> List.of(DISCORD_BOT);
        };
    }
}
