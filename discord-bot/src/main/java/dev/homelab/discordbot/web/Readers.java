package dev.homelab.discordbot.web;

import dev.homelab.discordbot.discord.StaffCheck;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.TicketType;
import dev.homelab.discordbot.ticket.Company;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.discordbot.ticket.TicketView;
import dev.homelab.discordbot.transcript.Transcript;
import dev.homelab.discordbot.transcript.TranscriptReader;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;

/** Who reads what: the opener and people who were added their ticket, staff every ticket of their types. */
@Component
class Readers {

    private final TicketShelf shelf;
    private final GuildRegistry guilds;
    private final Company company;
    private final StaffCheck staff;
    private final Memberships memberships;
    private final TranscriptReader transcripts;

    Readers(
            TicketShelf shelf,
            GuildRegistry guilds,
            Company company,
            StaffCheck staff,
            Memberships memberships,
            TranscriptReader transcripts) {
        this.shelf = shelf;
        this.guilds = guilds;
        this.company = company;
        this.staff = staff;
        this.memberships = memberships;
        this.transcripts = transcripts;
    }

    /** Empty for what is not there and for what is not theirs alike. */
    Optional<Transcript> transcript(SignedIn reader, UUID ticketId) {
        return access(reader, ticketId).flatMap(forStaff -> transcripts.of(ticketId, forStaff));
    }

    Optional<Transcript.File> file(SignedIn reader, UUID ticketId, long fileId) {
        return access(reader, ticketId).flatMap(forStaff -> transcripts.file(ticketId, fileId, forStaff));
    }

    /** Whether they read it as staff; empty when they do not read it at all. */
    private Optional<Boolean> access(SignedIn reader, UUID ticketId) {
        return shelf.find(ticketId).flatMap(ticket -> access(reader, ticket));
    }

    private Optional<Boolean> access(SignedIn reader, TicketView ticket) {
        if (ticket.opener().id() == reader.id()) {
            return Optional.of(false);
        }
        if (isStaff(reader, ticket)) {
            return Optional.of(true);
        }
        return company.includes(ticket.id(), reader.id()) ? Optional.of(false) : Optional.empty();
    }

    /** While Discord cannot be asked, nobody is staff. */
    private boolean isStaff(SignedIn reader, TicketView ticket) {
        TicketType type = guilds.type(ticket.typeId());
        try {
            return memberships
                    .rolesOf(reader, ticket.guildId())
                    .filter(roles -> staff.includes(reader.id(), roles, type))
                    .isPresent();
        } catch (DiscordAway | ResourceAccessException e) {
            return false;
        }
    }

    /** The types that they answer, in all servers that they share with the bot; empty while Discord cannot be asked. */
    Optional<Set<Long>> staffTypes(SignedIn reader) {
        try {
            return Optional.of(memberships.guildsOf(reader).stream()
                    .filter(guildId -> guilds.find(guildId).isPresent())
                    .flatMap(guildId -> staffTypes(reader, guildId))
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (DiscordAway | ResourceAccessException e) {
            return Optional.empty();
        }
    }

    private Stream<Long> staffTypes(SignedIn reader, long guildId) {
        return memberships.rolesOf(reader, guildId).stream()
                .flatMap(roles -> guilds.typesOf(guildId).stream()
                        .filter(type -> staff.includes(reader.id(), roles, type))
                        .map(TicketType::id));
    }
}
