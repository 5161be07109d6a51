package dev.homelab.discordbot.discord.connection;

import java.util.EnumSet;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.requests.GatewayIntent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether we hear what members write; Discord may refuse it, and then tickets go on without. */
final class MessageContent implements EventListener {

    private static final Logger log = LoggerFactory.getLogger(MessageContent.class);
    private static final String MISSING =
            " Transcripts lack what members write: the Message Content intent is off in the developer portal, or"
                    + " DISCORD_MESSAGE_CONTENT is false.";

    private volatile boolean heard;

    MessageContent(boolean wanted) {
        this.heard = wanted;
    }

    EnumSet<GatewayIntent> intents() {
        return heard
                ? EnumSet.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.MESSAGE_CONTENT)
                : EnumSet.of(GatewayIntent.GUILD_MESSAGES);
    }

    /** A sentence for people about what is missing; empty when nothing is. */
    String note() {
        return heard ? "" : MISSING;
    }

    /** JDA ends for good when Discord refuses an intent; the next look at the shards logs in without it. */
    @Override
    public void onEvent(GenericEvent event) {
        if (heard && event instanceof ShutdownEvent end && end.getCloseCode() == CloseCode.DISALLOWED_INTENTS) {
            heard = false;
            log.warn("Going on without message contents.{}", MISSING);
        }
    }
}
