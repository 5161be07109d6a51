package dev.homelab.discordbot.discord;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What a button, a menu or a form carries through Discord and back, at most 100 characters.
 *
 * @param action what it does
 * @param argument what it does it to
 */
public record CustomId(Action action, String argument) {

    /** The first part of every id. */
    public enum Action {
        OPEN,
        MENU,
        ABOUT,
        FORM,
        CLAIM,
        CLOSE,
        REASON,
        AGREE,
        DECLINE,
        REOPEN,
        RATE,
        COMMENT
    }

    public static CustomId open(long typeId) {
        return new CustomId(Action.OPEN, Long.toString(typeId));
    }

    public static CustomId menu(long panelId) {
        return new CustomId(Action.MENU, Long.toString(panelId));
    }

    /** For a button about a ticket. */
    public static CustomId of(Action action, UUID ticketId) {
        return new CustomId(action, ticketId.toString());
    }

    /** For a rating of 1 to 5 stars. */
    public static CustomId rate(Action action, UUID ticketId, int stars) {
        return new CustomId(action, ticketId + "/" + stars);
    }

    /** Empty for an id that is not ours; anybody can send any. */
    public static Optional<CustomId> parse(String id) {
        int colon = id.indexOf(':');
        for (Action action : Action.values()) {
            if (colon > 0 && action.name().equalsIgnoreCase(id.substring(0, colon))) {
                return Optional.of(new CustomId(action, id.substring(colon + 1)));
            }
        }
        return Optional.empty();
    }

    /** The ticket that the argument begins with. */
    public Optional<UUID> ticketId() {
        String text = argument.split("/", 2)[0];
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return action.name().toLowerCase(Locale.ROOT) + ":" + argument;
    }
}
