package dev.homelab.local.demo;

import dev.homelab.local.discord.DiscordSettings;
import dev.homelab.local.discord.DiscordSimulator;
import dev.homelab.local.platform.PlatformSimulator;
import dev.homelab.local.platform.Settings;
import java.util.Map;

/** {@code main} of the container that plays Discord and the platforms for services in other containers. */
final class Neighbours {

    private static final String EVERYWHERE = "0.0.0.0";

    private Neighbours() {}

    /** {@code NEIGHBOURS_NAME} is the host name by which the services reach it; {@code localhost} if it is not set. */
    static void main() {
        Map<String, String> own = System.getenv();
        DemoPorts ports = DemoPorts.from(own);
        DiscordSimulator discord = DiscordSimulator.start(DiscordSettings.local()
                .withHost(EVERYWHERE, own.getOrDefault("NEIGHBOURS_NAME", "localhost"))
                .withPort(ports.discord())
                .withChecked(false));
        PlatformSimulator platforms =
                PlatformSimulator.start(Settings.defaults().withHost(EVERYWHERE).withPort(ports.platforms()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            platforms.close();
            discord.close();
        }));
    }
}
