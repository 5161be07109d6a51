package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.guild.Priority;
import dev.homelab.discordbot.language.Phrasebook;
import dev.homelab.discordbot.ticket.TicketView;
import java.util.Locale;

/** How a priority looks. */
final class Priorities {

    private Priorities() {}

    static String shown(TicketView ticket, Phrasebook phrasebook, Locale language) {
        Priority priority = ticket.priority();
        String emoji = switch (priority) {
            case LOW -> "💤";
            case NORMAL -> "🔹";
            case HIGH -> "⬆️";
            case URGENT -> "🔥";
        };
        return emoji + " " + phrasebook.say("priority." + priority.name().toLowerCase(Locale.ROOT), language);
    }
}
