package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.discord.Finding;
import dev.homelab.discordbot.discord.Finding.Severity;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.TicketType;
import dev.homelab.discordbot.language.Phrase;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.discordbot.ticket.TicketState;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.Category;
import net.dv8tion.jda.api.requests.GatewayIntent;
import org.springframework.stereotype.Component;

/** Says what is wrong with the tickets of a server before it hurts, and what mends it. */
@Component
public class Doctor {

    private static final int MOST_IN_CATEGORY = 50;
    private static final int MOST_CHANNELS = 500;

    private final GuildRegistry guilds;
    private final TicketShelf shelf;
    private final PermissionCheck permissions;
    private final PanelPosts panels;
    private final Headroom headroom;
    private final Repair repair;

    Doctor(
            GuildRegistry guilds,
            TicketShelf shelf,
            PermissionCheck permissions,
            PanelPosts panels,
            Headroom headroom,
            Repair repair) {
        this.guilds = guilds;
        this.shelf = shelf;
        this.permissions = permissions;
        this.panels = panels;
        this.headroom = headroom;
        this.repair = repair;
    }

    /** The worst first; at most two calls, for the messages of the first two panels when they were not seen before. */
    public List<Finding> examine(Guild guild) {
        List<Finding> findings = new ArrayList<>();
        List<TicketType> types = guilds.typesOf(guild.getIdLong());
        permissions.ofServer(guild, findings);
        types.forEach(type -> permissions.ofType(guild, type, findings));
        panels.channels(guild).stream()
                .filter(channel -> types.stream().noneMatch(type -> type.owns(channel.getIdLong())))
                .forEach(channel -> permissions.ofPanel(guild, channel, findings));
        panels.missing(guild).forEach(title -> findings.add(setup(Phrase.of("doctor.panel", title))));
        room(guild, findings);
        intents(guild, findings);
        repaired(guild, findings);
        return findings.stream()
                .distinct()
                .sorted((one, other) -> other.severity().compareTo(one.severity()))
                .toList();
    }

    static Finding setup(Phrase what) {
        return new Finding(Severity.ERROR, what, Phrase.of("doctor.mend.setup"));
    }

    private void room(Guild guild, List<Finding> findings) {
        int active = headroom.active(guild);
        int limit = headroom.limit(guild);
        findings.add(new Finding(
                active < limit ? Severity.FINE : Severity.WARNING,
                Phrase.of("doctor.headroom", Integer.toString(active), Integer.toString(limit)),
                Phrase.of(active < limit ? "doctor.mend.none" : "doctor.mend.headroom")));
        int waiting = shelf.inState(guild.getIdLong(), TicketState.QUEUED).size();
        if (waiting > 0) {
            findings.add(new Finding(
                    Severity.WARNING, Phrase.of("doctor.queue", waiting), Phrase.of("doctor.mend.headroom")));
        }
        guild.getCategories().stream()
                .filter(category -> category.getChannels().size() >= MOST_IN_CATEGORY)
                .filter(category -> owns(guild, category))
                .forEach(category -> findings.add(new Finding(
                        Severity.FINE,
                        Phrase.of("doctor.category", category.getName()),
                        Phrase.of("doctor.mend.none"))));
        if (guild.getChannels().size() >= MOST_CHANNELS) {
            findings.add(
                    new Finding(Severity.WARNING, Phrase.of("doctor.channels"), Phrase.of("doctor.mend.channels")));
        }
    }

    private boolean owns(Guild guild, Category category) {
        return guilds.get(guild.getIdLong()).owns(category.getIdLong());
    }

    private static void intents(Guild guild, List<Finding> findings) {
        if (!guild.getJDA().getGatewayIntents().contains(GatewayIntent.MESSAGE_CONTENT)) {
            findings.add(new Finding(
                    Severity.WARNING,
                    Phrase.of("doctor.intent", "MESSAGE_CONTENT"),
                    Phrase.of("doctor.mend.intent", "MESSAGE_CONTENT")));
        }
    }

    private void repaired(Guild guild, List<Finding> findings) {
        repair.last(guild.getIdLong()).ifPresent(report -> {
            findings.add(new Finding(
                    Severity.FINE,
                    Phrase.of(
                            "doctor.repair",
                            Long.toString(report.at().getEpochSecond()),
                            report.checked(),
                            report.mended(),
                            report.calls()),
                    Phrase.of("doctor.mend.none")));
            report.broken()
                    .forEach(broken -> findings.add(new Finding(
                            Severity.ERROR, Phrase.of("doctor.broken", broken), Phrase.of("doctor.mend.broken"))));
        });
    }
}
