package dev.homelab.discordbot.guild;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** A kind of ticket of one server, with the channel that holds its threads and the one that keeps its cards. */
@Entity
public class TicketType {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long guildId;
    private int position;
    private String name;
    private String emoji;
    private String channelName;
    private @Nullable Long channelId;
    private @Nullable Long archiveChannelId;

    @SuppressWarnings("NullAway.Init")
    protected TicketType() {}

    TicketType(long guildId, int position, DefaultType type) {
        this.guildId = guildId;
        this.position = position;
        this.name = type.title();
        this.emoji = type.emoji();
        this.channelName = type.channelName();
    }

    public long id() {
        if (id == null) {
            throw new IllegalStateException("ticket type " + name + " is not saved yet");
        }
        return id;
    }

    public long guildId() {
        return guildId;
    }

    public int position() {
        return position;
    }

    public String name() {
        return name;
    }

    public String emoji() {
        return emoji;
    }

    public String channelName() {
        return channelName;
    }

    public @Nullable Long channelId() {
        return channelId;
    }

    public void channelMade(long newChannelId) {
        this.channelId = newChannelId;
    }

    public @Nullable Long archiveChannelId() {
        return archiveChannelId;
    }

    public void archiveChannelMade(long newChannelId) {
        this.archiveChannelId = newChannelId;
    }
}
