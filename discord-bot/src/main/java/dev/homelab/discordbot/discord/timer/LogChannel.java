package dev.homelab.discordbot.discord.timer;

import dev.homelab.discordbot.audit.AuditLog;
import dev.homelab.discordbot.audit.AuditLog.Line;
import dev.homelab.discordbot.discord.connection.DiscordConnection;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.GuildSetup;
import dev.homelab.discordbot.language.Phrasebook;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.utils.MarkdownSanitizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Shows the audit log in a channel, in order, many lines a message; never who opened a ticket. */
@Component
public class LogChannel {

    private static final Logger log = LoggerFactory.getLogger(LogChannel.class);
    private static final int LINES_A_MESSAGE = 15;

    private final AuditLog audit;
    private final DiscordConnection discord;
    private final GuildRegistry guilds;
    private final Phrasebook phrasebook;

    LogChannel(AuditLog audit, DiscordConnection discord, GuildRegistry guilds, Phrasebook phrasebook) {
        this.audit = audit;
        this.discord = discord;
        this.guilds = guilds;
        this.phrasebook = phrasebook;
    }

    /**
     * Posts what is new; what was posted is remembered after it, so that a crash loses nothing. It repeats nothing within the
     * minutes for which Discord knows a nonce.
     */
    public void post() {
        audit.serversWithNews().forEach(this::post);
    }

    private void post(long guildId) {
        GuildSetup setup = guilds.get(guildId);
        Long channelId = setup.logChannelId();
        TextChannel channel = channelId == null
                ? null
                : discord.guild(guildId)
                        .map(guild -> guild.getTextChannelById(channelId))
                        .orElse(null);
        List<Line> lines = audit.news(guildId, LINES_A_MESSAGE);
        if (channel == null || lines.isEmpty()) {
            return;
        }
        try {
            String text =
                    lines.stream().map(line -> shown(line, setup.language())).collect(Collectors.joining("\n"));
            long last = lines.getLast().id();
            channel.sendMessage(text).setNonce("log" + last).complete();
            audit.posted(guildId, last);
        } catch (RuntimeException e) {
            log.atWarn().addKeyValue("guild", guildId).log("The log channel cannot be written to: {}", e.getMessage());
        }
    }

    private String shown(Line line, Locale language) {
        String what = phrasebook.say("log." + line.action().name().toLowerCase(Locale.ROOT), language);
        String who =
                line.byOpener() ? phrasebook.say("log.member", language) : MarkdownSanitizer.escape(line.actorName());
        String detail = line.detail().isEmpty() ? "" : " (" + MarkdownSanitizer.escape(line.detail()) + ")";
        return "<t:" + line.at().getEpochSecond() + ":t> #" + line.number() + " · " + what + detail + " · " + who;
    }
}
