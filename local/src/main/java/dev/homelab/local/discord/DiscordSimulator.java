package dev.homelab.local.discord;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.homelab.local.discord.contract.OpenApiContract;
import dev.homelab.local.discord.gateway.Gateway;
import dev.homelab.local.discord.oauth.OAuth;
import dev.homelab.local.discord.page.Page;
import dev.homelab.local.discord.people.Person;
import dev.homelab.local.discord.rest.Limits;
import dev.homelab.local.discord.rest.Requests;
import dev.homelab.local.discord.rest.RestApi;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.World;
import dev.homelab.local.discord.world.Worlds;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import java.util.List;
import org.slf4j.LoggerFactory;

/** A Discord of our own on one port: REST at {@code /api/v10/}, the gateway, OAuth2, and a page for people at /. */
public final class DiscordSimulator implements AutoCloseable {

    private static final List<HandlerType> METHODS =
            List.of(HandlerType.GET, HandlerType.POST, HandlerType.PUT, HandlerType.PATCH, HandlerType.DELETE);

    private final World world;
    private final OpenApiContract contract;
    private final Gateway gateway;
    private final OAuth oauth;
    private final RestApi rest;
    private final Javalin server;
    private final Upkeep upkeep;
    private final String origin;

    private DiscordSimulator(DiscordSettings settings) {
        this.world = Worlds.open(settings.clock(), settings.rules(), settings.stateFile());
        this.contract = settings.checked() ? OpenApiContract.find() : OpenApiContract.off();
        this.gateway = new Gateway(world, settings.botToken(), contract::event);
        this.oauth = new OAuth(world, settings.clock(), settings.clientId(), settings.clientSecret());
        this.rest = new RestApi(
                world, settings.clock(), settings.botToken(), settings.limits(), oauth, contract, gateway::url);
        Page page = new Page(world, gateway, rest, contract::mismatches);
        this.server = Javalin.create(config -> {
            quiet(config);
            config.jetty.host = settings.host();
            config.jetty.port = settings.port();
            oauth.addTo(config.routes, rest);
            METHODS.forEach(method -> config.routes.addHttpHandler(method, RestApi.PREFIX + "/<path>", rest::handle));
            config.routes.ws("/gateway", gateway::configure);
            config.routes.ws("/gateway/", gateway::configure);
            page.addTo(config.routes);
        });
        server.start();
        this.origin = "http://" + settings.publicHost() + ":" + server.port();
        gateway.url("ws://" + settings.publicHost() + ":" + server.port() + "/gateway");
        world.messages().files().origin(origin);
        this.upkeep = new Upkeep(world, settings.stateFile());
    }

    /** Neither banner nor server chatter: what is printed is left to whoever starts the simulator. */
    private static void quiet(JavalinConfig config) {
        hush("org.eclipse.jetty", Level.WARN);
        hush("io.javalin", Level.WARN);
        hush("com.networknt", Level.ERROR);
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = 30_000_000L;
    }

    private static void hush(String chatty, Level level) {
        if (LoggerFactory.getLogger(chatty) instanceof Logger logger && logger.getLevel() == null) {
            logger.setLevel(level);
        }
    }

    /** Starts on a free port. */
    public static DiscordSimulator start() {
        return start(DiscordSettings.local());
    }

    public static DiscordSimulator start(int port) {
        return start(DiscordSettings.local().withPort(port));
    }

    public static DiscordSimulator start(DiscordSettings settings) {
        return new DiscordSimulator(settings);
    }

    /** The REST API's address; ends in {@code /api/v10/}. */
    public String apiUrl() {
        return origin + RestApi.PREFIX + "/";
    }

    public String gatewayUrl() {
        return gateway.url();
    }

    public String pageUrl() {
        return origin + "/";
    }

    public World world() {
        return world;
    }

    public Person as(long userId) {
        return new Person(world, userId);
    }

    /** The user takes the application out of their account: its tokens for them end. */
    public void deauthorize(long userId) {
        oauth.forget(userId);
    }

    /** How many refresh tokens of the user would work now. */
    public int livingRefreshTokens(long userId) {
        return oauth.living(userId);
    }

    public Faults faults() {
        return new Faults(world, gateway, rest.faults());
    }

    public Requests requests() {
        return rest.requests();
    }

    public Limits limits() {
        return rest.limits();
    }

    public void limits(Limits limits) {
        rest.limits(limits);
    }

    /** How many answers of the last ten minutes count towards Discord's ban of an address at 10,000. */
    public int invalidRequests() {
        return rest.invalidRequests();
    }

    /** The channel or thread of that name in a server; throws when there is none. */
    public Channel channel(long guildId, String name) {
        return world.locked(() -> java.util.stream.Stream.concat(
                        world.channels().of(guildId).stream(), world.threads().of(guildId).stream())
                .filter(channel -> channel.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no channel " + name)));
    }

    /** What did not fit Discord's OpenAPI description so far. */
    public List<String> mismatches() {
        return contract.mismatches();
    }

    /** Throws an AssertionError that lists what did not fit Discord's OpenAPI description, if anything. */
    public void verify() {
        List<String> mismatches = contract.mismatches();
        if (!mismatches.isEmpty()) {
            throw new AssertionError("not as Discord describes it:\n  " + String.join("\n  ", mismatches));
        }
    }

    /** Saves, stops, and then verifies. */
    @Override
    public void close() {
        upkeep.close();
        server.stop();
        verify();
    }
}
