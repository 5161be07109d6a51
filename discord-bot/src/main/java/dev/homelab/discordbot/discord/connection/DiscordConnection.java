package dev.homelab.discordbot.discord.connection;

import dev.homelab.common.startup.InvalidSetting;
import dev.homelab.discordbot.discord.DiscordHealth;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.Executors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Logs in, and stays logged in: JDA resumes and reconnects, and a Discord that is away at the start is tried again. */
@Component
public class DiscordConnection implements DiscordHealth, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DiscordConnection.class);
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final String WITHOUT_WORDS =
            " Transcripts lack what members write: the Message Content intent is off in the developer portal, or"
                    + " DISCORD_MESSAGE_CONTENT is false.";

    private final DiscordSettings settings;
    private final ObjectProvider<EventListener> listeners;
    private volatile @Nullable JDA jda;
    private volatile boolean running;
    private volatile boolean hearsWords;

    /** Most of those who listen want to ask this for a server. */
    DiscordConnection(DiscordSettings settings, ObjectProvider<EventListener> listeners) {
        this.settings = settings;
        this.listeners = listeners;
        this.hearsWords = settings.messageContent();
        MessageRequest.setDefaultMentions(EnumSet.noneOf(Message.MentionType.class));
    }

    /** Empty until the first login. */
    public Optional<JDA> jda() {
        return Optional.ofNullable(jda);
    }

    /** Empty when the server is not connected here. */
    public Optional<Guild> guild(long guildId) {
        return isConnected() ? jda().map(session -> session.getGuildById(guildId)) : Optional.empty();
    }

    @Override
    public boolean isConnected() {
        return jda().map(session -> session.getStatus() == JDA.Status.CONNECTED).orElse(false);
    }

    @Override
    public String detail() {
        return jda().map(session -> session.getStatus() == JDA.Status.CONNECTED
                        ? "Connected as " + session.getSelfUser().getName() + " in "
                                + session.getGuildCache().size() + " server(s)." + (hearsWords ? "" : WITHOUT_WORDS)
                        : "Discord's gateway is " + session.getStatus() + ".")
                .orElse("Discord has not answered yet.");
    }

    @Override
    public void start() {
        running = true;
        if (!login()) {
            Thread.ofVirtual().name("discord-login").start(this::keepTrying);
        }
    }

    private void keepTrying() {
        boolean loggedIn = false;
        while (running && !loggedIn) {
            try {
                Thread.sleep(RETRY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            loggedIn = login();
        }
    }

    /** False when Discord could not be asked; a refused token ends the start. */
    private boolean login() {
        try {
            jda = session().build();
            return true;
        } catch (InvalidTokenException e) {
            throw new InvalidSetting(
                    "DISCORD_BOT_TOKEN",
                    "was refused by Discord",
                    "reset it in the developer portal and set the new one");
        } catch (ErrorResponseException e) {
            log.warn("Discord cannot be reached, trying again in {} s: {}", RETRY.toSeconds(), e.getMeaning());
            return false;
        }
    }

    private JDABuilder session() {
        JDABuilder builder = JDABuilder.createLight(settings.botToken().reveal(), intents())
                .setRestConfig(new RestConfig().setBaseUrl(settings.apiUrl()))
                .setEventPool(Executors.newVirtualThreadPerTaskExecutor(), true)
                // JDA's default is the common pool, which one blocked task fills on a machine of two cores.
                .setCallbackPool(Executors.newVirtualThreadPerTaskExecutor(), true)
                .setEnableShutdownHook(false)
                .addEventListeners(listeners.stream().toArray())
                .addEventListeners((EventListener) this::goOnWithoutWords);
        if (!settings.gatewayUrl().isBlank()) {
            builder.setSessionController(new ConfiguredGateway(settings.gatewayUrl()));
        }
        return builder;
    }

    private EnumSet<GatewayIntent> intents() {
        EnumSet<GatewayIntent> intents = EnumSet.of(GatewayIntent.GUILD_MESSAGES);
        if (hearsWords) {
            intents.add(GatewayIntent.MESSAGE_CONTENT);
        }
        return intents;
    }

    /** JDA ends for good when Discord refuses an intent; tickets go on without it. */
    private void goOnWithoutWords(GenericEvent event) {
        if (event instanceof ShutdownEvent end && end.getCloseCode() == CloseCode.DISALLOWED_INTENTS && hearsWords) {
            hearsWords = false;
            log.warn("Going on without message contents.{}", WITHOUT_WORDS);
            start();
        }
    }

    @Override
    public void stop() {
        running = false;
        jda().ifPresent(DiscordConnection::shutdown);
    }

    private static void shutdown(JDA session) {
        session.shutdown();
        try {
            if (!session.awaitShutdown(Duration.ofSeconds(10))) {
                session.shutdownNow();
            }
        } catch (InterruptedException e) {
            session.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
