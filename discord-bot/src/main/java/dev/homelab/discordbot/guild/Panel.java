package dev.homelab.discordbot.guild;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message from which members open tickets. */
@Entity
public class Panel {

    /** How the types are offered. */
    public enum Style {
        BUTTONS,
        MENU
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long guildId;
    private long channelId;
    private @Nullable Long messageId;
    private String title;
    private String body;

    @Enumerated(EnumType.STRING)
    private Style style;

    private List<Long> typeIds;

    @SuppressWarnings("NullAway.Init")
    protected Panel() {}

    /** @param typeIds which types it offers, in their order; empty offers all */
    public Panel(long guildId, long channelId, String title, String body, Style style, List<Long> typeIds) {
        this.guildId = guildId;
        this.channelId = channelId;
        this.title = checked(title, 200, 1);
        this.body = checked(body, 2000, 0);
        this.style = style;
        this.typeIds = List.copyOf(typeIds);
    }

    private static String checked(String text, int longest, int shortest) {
        if (text.strip().length() < shortest || text.length() > longest) {
            throw new RefusedSetup("panel");
        }
        return text;
    }

    public void change(String newTitle, String newBody, Style newStyle, List<Long> newTypeIds) {
        this.title = checked(newTitle, 200, 1);
        this.body = checked(newBody, 2000, 0);
        this.style = newStyle;
        this.typeIds = List.copyOf(newTypeIds);
    }

    public long id() {
        if (id == null) {
            throw new IllegalStateException("panel is not saved yet");
        }
        return id;
    }

    public long guildId() {
        return guildId;
    }

    public long channelId() {
        return channelId;
    }

    /** Null until it has been posted. */
    public @Nullable Long messageId() {
        return messageId;
    }

    public void posted(long newMessageId) {
        this.messageId = newMessageId;
    }

    /** Its message was deleted. */
    public void lost(long newChannelId) {
        this.channelId = newChannelId;
        this.messageId = null;
    }

    public String title() {
        return title;
    }

    public String body() {
        return body;
    }

    public Style style() {
        return style;
    }

    /** The ids of the types that it offers; empty offers all. */
    public List<Long> typeIds() {
        return List.copyOf(typeIds);
    }

    /** Which of the types it offers. */
    public List<TicketType> offers(List<TicketType> types) {
        return types.stream()
                .filter(type -> !type.retired() && (typeIds.isEmpty() || typeIds.contains(type.id())))
                .toList();
    }
}
