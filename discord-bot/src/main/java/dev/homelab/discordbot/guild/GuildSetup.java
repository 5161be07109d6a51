package dev.homelab.discordbot.guild;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** One Discord server and the ids of what the bot made in it; null where it has not been made yet. */
@Entity
public class GuildSetup implements Persistable<Long> {

    @Id
    private long guildId;

    private String name;
    private @Nullable Long activeCategoryId;
    private @Nullable Long archiveCategoryId;
    private @Nullable Long panelChannelId;
    private @Nullable Long panelMessageId;

    @Transient
    private boolean joinedJustNow;

    @SuppressWarnings("NullAway.Init")
    protected GuildSetup() {}

    public GuildSetup(long guildId, String name) {
        this.guildId = guildId;
        this.name = name;
        this.joinedJustNow = true;
    }

    public long guildId() {
        return guildId;
    }

    public String name() {
        return name;
    }

    public void rename(String newName) {
        this.name = newName;
    }

    public @Nullable Long activeCategoryId() {
        return activeCategoryId;
    }

    public void activeCategoryMade(long categoryId) {
        this.activeCategoryId = categoryId;
    }

    public @Nullable Long archiveCategoryId() {
        return archiveCategoryId;
    }

    public void archiveCategoryMade(long categoryId) {
        this.archiveCategoryId = categoryId;
    }

    public @Nullable Long panelChannelId() {
        return panelChannelId;
    }

    public @Nullable Long panelMessageId() {
        return panelMessageId;
    }

    public void panelChannelMade(long channelId) {
        this.panelChannelId = channelId;
        this.panelMessageId = null;
    }

    public void panelPosted(long messageId) {
        this.panelMessageId = messageId;
    }

    @Override
    public Long getId() {
        return guildId;
    }

    @Override
    public boolean isNew() {
        return joinedJustNow;
    }

    @PostPersist
    void persisted() {
        joinedJustNow = false;
    }
}
