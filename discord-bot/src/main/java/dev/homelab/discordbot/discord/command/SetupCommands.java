package dev.homelab.discordbot.discord.command;

import dev.homelab.discordbot.audit.AuditLog;
import dev.homelab.discordbot.discord.channel.TicketChannelManager;
import dev.homelab.discordbot.guild.GuildLimits;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.GuildSetup;
import dev.homelab.discordbot.guild.MemberLimits;
import dev.homelab.discordbot.guild.Retention;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What holds for a whole server: its language, its limits, and how long things are kept. */
@Component
class SetupCommands implements Subcommands {

    private static final int MOST = 1000;
    private static final int MOST_DAYS = 3650;

    private final GuildRegistry guilds;
    private final MemberLimits members;
    private final TicketChannelManager channels;
    private final AuditLog audit;
    private final Clock clock;

    SetupCommands(
            GuildRegistry guilds, MemberLimits members, TicketChannelManager channels, AuditLog audit, Clock clock) {
        this.guilds = guilds;
        this.members = members;
        this.channels = channels;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Subcommand> all() {
        Option user = Option.of(OptionType.USER, "user");
        return List.of(
                Subcommand.of(
                        "tickets setup",
                        List.of(
                                Option.of(OptionType.STRING, "language")
                                        .among(List.of("en", "de", "fr", "es"))
                                        .optional(),
                                Option.of(OptionType.CHANNEL, "log").optional()),
                        this::setup),
                Subcommand.of(
                        "tickets limits",
                        List.of(
                                Option.number("open-at-once", 0, MOST).optional(),
                                Option.number("per-hour", 0, MOST).optional(),
                                Option.number("cooldown-seconds", 0, 86_400).optional(),
                                Option.number("burst-per-minute", 0, MOST).optional(),
                                Option.number("active-threads", 1, MOST).optional()),
                        this::limits),
                Subcommand.of(
                        "tickets role-limit",
                        List.of(
                                Option.of(OptionType.ROLE, "role"),
                                Option.number("open-at-once", 0, MOST).optional(),
                                Option.number("per-hour", 0, MOST).optional()),
                        this::roleLimit),
                Subcommand.of(
                        "tickets keep",
                        List.of(
                                Option.number("thread-days", 0, MOST_DAYS).optional(),
                                Option.number("transcript-days", 0, MOST_DAYS).optional()),
                        this::keep),
                Subcommand.of(
                        "tickets block",
                        List.of(
                                user,
                                Option.number("hours", 1, 24 * 365).optional(),
                                Option.text("reason", 200).optional()),
                        this::block),
                Subcommand.of("tickets unblock", List.of(user), this::unblock),
                Subcommand.of("tickets blocked", List.of(), this::blocked));
    }

    private GuildSetup setupOf(CommandCall call) {
        return guilds.get(call.guild().getIdLong());
    }

    /** Also makes what is missing: categories, channels, the panel. */
    private Reply setup(CommandCall call) {
        channels.prepare(call.guild());
        GuildSetup setup = setupOf(call);
        call.optional("language", OptionMapping::getAsString)
                .map(Locale::forLanguageTag)
                .ifPresent(setup::speak);
        Optional<Long> log =
                call.optional("log", option -> option.getAsChannel().getIdLong());
        log.ifPresent(setup::logTo);
        guilds.save(setup);
        log.ifPresent(_ -> audit.startHere(setup.guildId()));
        return Reply.quietly("said.setup", "<#" + setup.panelChannelId() + ">");
    }

    private Reply limits(CommandCall call) {
        GuildSetup setup = setupOf(call);
        GuildLimits now = setup.limits();
        setup.limit(new GuildLimits(
                number(call, "open-at-once", now.openAtOnce()),
                number(call, "per-hour", now.perHour()),
                number(call, "cooldown-seconds", now.cooldownSeconds()),
                number(call, "burst-per-minute", now.burstPerMinute()),
                number(call, "active-threads", now.activeThreads())));
        guilds.save(setup);
        GuildLimits limits = setup.limits();
        return Reply.quietly(
                "said.limits",
                limits.openAtOnce(),
                limits.perHour(),
                limits.cooldownSeconds(),
                limits.burstPerMinute(),
                limits.activeThreads());
    }

    /** Without numbers, the role is measured like everybody again. */
    private Reply roleLimit(CommandCall call) {
        long guildId = call.guild().getIdLong();
        long roleId = call.get("role", option -> option.getAsRole().getIdLong());
        if (call.optional("open-at-once", OptionMapping::getAsInt).isEmpty()
                && call.optional("per-hour", OptionMapping::getAsInt).isEmpty()) {
            members.forgetRole(guildId, roleId);
        } else {
            members.limitRole(guildId, roleId, number(call, "open-at-once", 0), number(call, "per-hour", 0));
        }
        return Reply.quietly("done");
    }

    private Reply keep(CommandCall call) {
        GuildSetup setup = setupOf(call);
        Retention now = setup.retention();
        setup.retain(new Retention(
                number(call, "thread-days", now.threadDays()), number(call, "transcript-days", now.transcriptDays())));
        guilds.save(setup);
        return Reply.quietly(
                "said.keep", setup.retention().threadDays(), setup.retention().transcriptDays());
    }

    private Reply block(CommandCall call) {
        Instant now = clock.instant();
        @Nullable
        Instant until = call.optional("hours", OptionMapping::getAsInt)
                .map(hours -> now.plus(Duration.ofHours(hours)))
                .orElse(null);
        String reason = call.optional("reason", OptionMapping::getAsString).orElse("");
        members.block(
                call.guild().getIdLong(),
                call.person("user").id(),
                reason,
                call.by().id(),
                now,
                until);
        return Reply.quietly("said.blocked", "<@" + call.person("user").id() + ">");
    }

    private Reply unblock(CommandCall call) {
        members.unblock(call.guild().getIdLong(), call.person("user").id());
        return Reply.quietly("said.unblocked", "<@" + call.person("user").id() + ">");
    }

    private Reply blocked(CommandCall call) {
        String list = members.blocked(call.guild().getIdLong(), clock.instant()).stream()
                .limit(40)
                .map(each -> "<@" + each.userId() + "> "
                        + (each.until() == null ? "" : "<t:" + each.until().getEpochSecond() + ":R> ")
                        + each.reason())
                .collect(Collectors.joining("\n"));
        return list.isEmpty() ? Reply.quietly("said.nobody-blocked") : Reply.quietly("said.as-is", list);
    }

    private static int number(CommandCall call, String option, int otherwise) {
        return call.optional(option, OptionMapping::getAsInt).orElse(otherwise);
    }
}
