package dev.homelab.discordbot.discord.connection;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import net.dv8tion.jda.internal.utils.IOUtil;
import okhttp3.ConnectionPool;

/** How JDA is set up, and ended. */
final class Session {

    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private static final int MOST_CONNECTIONS = 128;

    private Session() {}

    /** Logs in; one pacer serves all shards, since Discord counts the calls of all. */
    static JDA open(DiscordSettings settings, Pacer pacer, MessageContent words, int shard, List<Object> listeners) {
        MessageRequest.setDefaultMentions(EnumSet.noneOf(Message.MentionType.class));
        RestAction.setDefaultTimeout(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        // JDA keeps five, so that a burst of answers would make a connection for each.
        ConnectionPool kept = new ConnectionPool(MOST_CONNECTIONS, 1, TimeUnit.MINUTES);
        JDABuilder builder = JDABuilder.createLight(settings.botToken().reveal(), words.intents())
                .setRestConfig(new RestConfig().setBaseUrl(settings.apiUrl()))
                .setHttpClientBuilder(IOUtil.newHttpClientBuilder()
                        .connectionPool(kept)
                        .retryOnConnectionFailure(false)
                        .addInterceptor(new NothingTwice())
                        .addInterceptor(new ReadsAgain(kept))
                        .addInterceptor(pacer)
                        .addInterceptor(new AtOnce(MOST_CONNECTIONS)))
                .setRateLimitElastic(Executors.newVirtualThreadPerTaskExecutor(), true)
                .setEventPool(Executors.newVirtualThreadPerTaskExecutor(), true)
                // JDA's default is the common pool, which one blocked task fills on a machine of two cores.
                .setCallbackPool(Executors.newVirtualThreadPerTaskExecutor(), true)
                // What timed out may have been done: repair looks before anything is done twice.
                .setRequestTimeoutRetry(false)
                .setEnableShutdownHook(false)
                .addEventListeners(listeners.toArray())
                .addEventListeners(words);
        if (settings.shards() > 1) {
            builder.useSharding(shard, settings.shards());
        }
        if (!settings.gatewayUrl().isBlank()) {
            builder.setSessionController(new ConfiguredGateway(settings.gatewayUrl()));
        }
        return builder.build();
    }

    static void close(JDA session) {
        session.shutdown();
        try {
            if (!session.awaitShutdown(FAREWELL)) {
                session.shutdownNow();
            }
        } catch (InterruptedException e) {
            session.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
