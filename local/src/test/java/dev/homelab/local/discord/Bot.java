package dev.homelab.local.discord;

import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.Executors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;

/** The real JDA, logged in to a simulator. */
final class Bot {

    private Bot() {}

    static JDA login(DiscordSimulator simulator, Object... listeners) throws InterruptedException {
        return builder(simulator, listeners).build().awaitReady();
    }

    static void logout(JDA jda) throws InterruptedException {
        jda.shutdownNow();
        if (!jda.awaitShutdown(Duration.ofSeconds(20))) {
            throw new IllegalStateException("JDA did not stop");
        }
    }

    static JDABuilder builder(DiscordSimulator simulator, Object... listeners) {
        EnumSet<GatewayIntent> intents = EnumSet.of(
                GatewayIntent.GUILD_MEMBERS,
                GatewayIntent.GUILD_MESSAGES,
                GatewayIntent.MESSAGE_CONTENT,
                GatewayIntent.DIRECT_MESSAGES);
        return JDABuilder.createLight(DiscordSettings.BOT_TOKEN, intents)
                .setRestConfig(new RestConfig().setBaseUrl(simulator.apiUrl()))
                .setSessionController(new SessionControllerAdapter() {
                    @Override
                    public String getGateway() {
                        return simulator.gatewayUrl();
                    }
                })
                .setEventPool(Executors.newVirtualThreadPerTaskExecutor(), true)
                // JDA's own would be the common pool, which has one thread on two processors.
                .setCallbackPool(Executors.newVirtualThreadPerTaskExecutor(), true)
                .setEnableShutdownHook(false)
                .addEventListeners(listeners);
    }
}
