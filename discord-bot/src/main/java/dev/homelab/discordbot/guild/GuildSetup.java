package dev.homelab.discordbot.guild;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** One Discord server: what it has set, and the ids of what the bot made in it; null where it has not been made yet. */
@Entity
@DynamicUpdate
public class GuildSetup implements Persistable<Long> {

    @Id
    private long guildId;

    private String name;
    private String language;

    @Embedded
    private GuildLimits limits;

    @Embedded
    private Retention retention;

    private List<Long> activeCategoryIds;
    private List<Long> archiveCategoryIds;
    private @Nullable Long panelChannelId;
    private @Nullable Long logChannelId;

    @Transient
    private boolean joinedJustNow;

    @SuppressWarnings("NullAway.Init")
    protected GuildSetup() {}

    public GuildSetup(long guildId, String name, Locale locale) {
        this.guildId = guildId;
        this.name = name;
        this.language = locale.toLanguageTag();
        this.limits = GuildLimits.DEFAULT;
        this.retention = Retention.DEFAULT;
        this.activeCategoryIds = List.of();
        this.archiveCategoryIds = List.of();
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

    /** The language of what everybody in the server reads. */
    public Locale language() {
        return Locale.forLanguageTag(language);
    }

    public void speak(Locale newLanguage) {
        this.language = newLanguage.toLanguageTag();
    }

    public GuildLimits limits() {
        return limits;
    }

    public void limit(GuildLimits newLimits) {
        this.limits = newLimits;
    }

    public Retention retention() {
        return retention;
    }

    public void retain(Retention newRetention) {
        this.retention = newRetention;
    }

    /** The categories of the ticket types' channels; the first has room until Discord says otherwise. */
    public List<Long> activeCategoryIds() {
        return List.copyOf(activeCategoryIds);
    }

    public void activeCategoriesAre(List<Long> categoryIds) {
        this.activeCategoryIds = List.copyOf(categoryIds);
    }

    public List<Long> archiveCategoryIds() {
        return List.copyOf(archiveCategoryIds);
    }

    public void archiveCategoriesAre(List<Long> categoryIds) {
        this.archiveCategoryIds = List.copyOf(categoryIds);
    }

    /** Whether a channel or category is one of those that the bot made for the whole server. */
    public boolean owns(long channelId) {
        return activeCategoryIds.contains(channelId)
                || archiveCategoryIds.contains(channelId)
                || Objects.equals(panelChannelId, channelId);
    }

    public @Nullable Long panelChannelId() {
        return panelChannelId;
    }

    public void panelChannelMade(long channelId) {
        this.panelChannelId = channelId;
    }

    /** Where the audit log is shown without revealing openers; null for nowhere. */
    public @Nullable Long logChannelId() {
        return logChannelId;
    }

    public void logTo(@Nullable Long channelId) {
        this.logChannelId = channelId;
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
