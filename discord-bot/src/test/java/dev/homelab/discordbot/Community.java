package dev.homelab.discordbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.GuildSetup;
import dev.homelab.discordbot.guild.Retention;
import dev.homelab.local.discord.DiscordSettings;
import dev.homelab.local.discord.DiscordSimulator;
import dev.homelab.local.discord.people.Person;
import dev.homelab.local.discord.people.Seen;
import dev.homelab.local.discord.rest.Exchange;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Message;
import dev.homelab.local.discord.world.Worlds;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.JsonNode;

/** The simulated server of a test, its people, and what they do with tickets. */
public final class Community implements AutoCloseable {

    public static final Duration SOON = Duration.ofSeconds(20);
    private static final String THREADS = "GET /guilds/{guild_id}/threads/active";
    private static final Duration QUIET = Duration.ofMillis(200);

    private final DiscordSimulator discord;
    private boolean started;

    private Community(DiscordSimulator discord) {
        this.discord = discord;
        patience(Duration.ofSeconds(15)); // a machine that stands still for a moment is no bot that is late
    }

    public static Community start() {
        return new Community(DiscordSimulator.start());
    }

    public static Community start(DiscordSettings settings) {
        return new Community(DiscordSimulator.start(settings));
    }

    public DiscordSimulator discord() {
        return discord;
    }

    /** How long people wait for the bot's first answer. */
    public void patience(Duration time) {
        discord.world().interactions().firstAnswerWithin(time);
    }

    /** The settings with which a bot joins; it waits longer for its database than members would. */
    public void join(DynamicPropertyRegistry registry) {
        registry.add("homelab.discord.bot-token", () -> DiscordSettings.BOT_TOKEN);
        registry.add("homelab.discord.api-url", discord::apiUrl);
        registry.add("homelab.discord.gateway-url", discord::gatewayUrl);
        registry.add("homelab.files.sources", discord::pageUrl);
        registry.add("spring.datasource.hikari.connection-timeout", () -> 10_000);
        registry.add("spring.datasource.hikari.validation-timeout", () -> 5_000);
    }

    /** The settings with which people sign in at the bot's pages, and files are fetched. */
    public void letPeopleIn(DynamicPropertyRegistry registry) {
        registry.add("homelab.sign-in.client-id", () -> DiscordSettings.CLIENT_ID);
        registry.add("homelab.sign-in.client-secret", () -> DiscordSettings.CLIENT_SECRET);
        registry.add("homelab.sign-in.api-uri", discord::apiUrl);
        registry.add("homelab.sign-in.authorization-uri", () -> discord.pageUrl() + "oauth2/authorize");
        registry.add("homelab.sign-in.token-uri", () -> discord.apiUrl() + "oauth2/token");
    }

    /** A member. */
    public Person mia() {
        return discord.as(Worlds.MIA);
    }

    /** Another member. */
    public Person noah() {
        return discord.as(Worlds.NOAH);
    }

    /** Of the staff. */
    public Person sam() {
        return discord.as(Worlds.SAM);
    }

    /** An admin. */
    public Person ada() {
        return discord.as(Worlds.ADA);
    }

    /**
     * Waits until the bot has made its channels, has posted its panel, has compared threads for the first time and is quiet;
     * forgets the requests so far.
     */
    public void awaitReady() throws InterruptedException {
        await().atMost(SOON).until(() -> !messages("open-a-ticket").isEmpty());
        await().atMost(SOON).until(() -> started || counted().contains(THREADS));
        started = true;
        quiet();
        discord.requests().clear();
    }

    /** Waits for a repair that has become due, whose calls would be counted in whatever comes next. */
    public void awaitRepair() throws InterruptedException {
        await().atMost(SOON).until(() -> counted().contains(THREADS));
        quiet();
        discord.requests().clear();
    }

    /** Waits until the bot asks Discord for nothing more. */
    public void quiet() throws InterruptedException {
        discord.requests().awaitQuiet(QUIET);
    }

    /** Fills in the panel's form, and returns the thread that comes of it. */
    public Channel open(Person member, String type, String title) throws InterruptedException {
        Seen answer = member.submit(form(member, type), answers(title));
        assertThat(text(answer)).contains(": <#");
        quiet();
        return thread(member, title);
    }

    /** The active thread of a ticket, as that person sees it. */
    public Channel thread(Person person, String title) {
        return person.channels(Worlds.COMMUNITY).stream()
                .filter(channel -> channel.isThread() && !channel.isArchived())
                .filter(channel -> channel.name().endsWith(": " + title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no thread for " + title));
    }

    public Seen.Modal form(Person member, String type) {
        Message panel = messages("open-a-ticket").getFirst();
        return (Seen.Modal) member.click(panel, customId(panel, type));
    }

    /** What the default types ask. */
    public static Map<String, Object> answers(String title) {
        return Map.of("title", title, "description", "Since yesterday.", "urgent", true);
    }

    /** What somebody reads in the bot's answer. */
    public static String text(Seen seen) {
        return switch (seen) {
            case Seen.Reply reply -> reply.message().content();
            case Seen.Updated updated -> updated.message().content();
            default -> seen.toString();
        };
    }

    /** All that stands in a channel, the oldest first. */
    public static List<String> said(Channel channel) {
        return channel.messages().stream().map(Message::content).toList();
    }

    /** The type that somebody is suggested who has typed that much. */
    public static long typeId(Person person, Channel channel, String typed) {
        Seen.Suggestions found =
                (Seen.Suggestions) person.autocomplete(channel, "ticket open", Map.of("type", typed), "type");
        return Long.parseLong(found.choices().values().iterator().next());
    }

    public static String customId(Message message, String label) {
        return findLabel(message.components(), label);
    }

    private static String findLabel(JsonNode components, String label) {
        return components
                .valueStream()
                .map(each -> each.path("label").asString("").equals(label)
                        ? each.path("custom_id").asString()
                        : findLabel(each.path("components"), label))
                .filter(Objects::nonNull)
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** All messages of a channel, seen by an admin. */
    public List<Message> messages(String channelName) {
        return ada().channels(Worlds.COMMUNITY).stream()
                .filter(channel -> channel.name().equals(channelName))
                .flatMap(channel -> channel.messages().stream())
                .toList();
    }

    /** What somebody was told in direct messages. */
    public List<Message> direct(Person person) {
        return discord.world()
                .locked(() -> discord.world().channels().directOf(person.id()).stream()
                        .flatMap(channel -> channel.messages().stream())
                        .toList());
    }

    /** Whether nothing of that name waits in the bot's outbox or is under way. */
    public static boolean isOver(String task, JdbcClient database, Instant now) {
        return database.sql("""
                        SELECT count(*) = 0 FROM scheduled_tasks
                        WHERE task_name || task_instance LIKE '%' || :task || '%' AND execution_time <= :now""")
                .param("task", task)
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    /** For how many days the community's closed threads are kept; 0 for ever. */
    public static void retain(GuildRegistry guilds, int threadDays) {
        GuildSetup setup = guilds.get(Worlds.COMMUNITY);
        setup.retain(new Retention(threadDays, 0));
        guilds.save(setup);
    }

    public Channel channel(String name) {
        return discord.channel(Worlds.COMMUNITY, name);
    }

    /** The counted calls since the last {@code clear()}. */
    public List<String> counted() {
        return discord.requests().counted().stream().map(Community::call).toList();
    }

    private static String call(Exchange exchange) {
        return exchange.method() + " " + exchange.route();
    }

    @Override
    public void close() {
        discord.close();
    }
}
