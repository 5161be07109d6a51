package dev.homelab.local.discord;

import static dev.homelab.local.discord.world.Worlds.ADA;
import static dev.homelab.local.discord.world.Worlds.COMMUNITY;
import static dev.homelab.local.discord.world.Worlds.GENERAL;
import static dev.homelab.local.discord.world.Worlds.MIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.homelab.local.discord.rest.Limits;
import dev.homelab.local.discord.world.Actor;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Json;
import dev.homelab.local.discord.world.Rules;
import dev.homelab.local.discord.world.Worlds;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.Category;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RulesTest {

    private DiscordSimulator discord;
    private JDA jda;
    private Guild guild;
    private TextChannel general;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void start() throws InterruptedException {
        discord = DiscordSimulator.start(DiscordSettings.local().withLimits(Limits.OFF));
        jda = Bot.login(discord);
        guild = Objects.requireNonNull(jda.getGuildById(COMMUNITY));
        general = Objects.requireNonNull(guild.getTextChannelById(GENERAL));
    }

    @AfterEach
    void stop() throws InterruptedException {
        Bot.logout(jda);
        discord.close();
    }

    private static void assertRefused(RestAction<?> action, ErrorResponse expected) {
        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(action::complete)
                .extracting(ErrorResponseException::getErrorResponse)
                .isEqualTo(expected);
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(discord.apiUrl() + path))
                .header("Authorization", "Bot " + DiscordSettings.BOT_TOKEN)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void refusesMoreActiveThreadsThanTheCap() {
        discord.world().rules(discord.world().rules().withActiveThreads(2));
        ThreadChannel first = general.createThreadChannel("one", true).complete();
        general.createThreadChannel("two", true).complete();
        assertRefused(general.createThreadChannel("three", true), ErrorResponse.MAX_ACTIVE_THREADS);
        first.getManager().setArchived(true).complete();
        general.createThreadChannel("three", true).complete();
        assertRefused(first.getManager().setArchived(false), ErrorResponse.MAX_ACTIVE_THREADS);
    }

    @Test
    void letsAMentionBringSomebodyIntoAPrivateThreadUnlessThatIsSwitchedOff() {
        ThreadChannel thread = general.createThreadChannel("one", true).complete();
        discord.world().rules(Rules.DISCORD.withMentionsAddToThreads(false));
        thread.sendMessage("Hello <@" + MIA + ">").complete();
        assertThat(discord.as(MIA).channels(COMMUNITY)).noneMatch(seen -> seen.id() == thread.getIdLong());

        discord.world().rules(Rules.DISCORD);
        thread.sendMessage("Hello <@" + MIA + ">").complete();
        assertThat(discord.as(MIA).channels(COMMUNITY)).anyMatch(seen -> seen.id() == thread.getIdLong());
    }

    @Test
    void refusesToEditAnArchivedThread() {
        ThreadChannel thread = general.createThreadChannel("one", true).complete();
        thread.getManager().setArchived(true).complete();
        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> thread.getManager().setLocked(true).complete())
                .matches(refused -> refused.getErrorCode() == 50083);
        thread.getManager().setArchived(false).setLocked(true).complete();
        assertThat(discord.channel(COMMUNITY, "one").isLocked()).isTrue();
    }

    @Test
    void aMessageWakesAParkedThread() {
        ThreadChannel thread = general.createThreadChannel("one", false).complete();
        thread.getManager().setArchived(true).complete();
        Channel parked = discord.channel(COMMUNITY, "one");
        discord.as(MIA).say(parked, "still here");
        assertThat(parked.isArchived()).isFalse();
    }

    @Test
    void refusesWhatTheBotMayNot() throws IOException, InterruptedException {
        discord.world()
                .locked(() -> discord.world()
                        .guilds()
                        .modifyRole(
                                discord.world().guild(COMMUNITY),
                                discord.world().guild(COMMUNITY).role("Homelab").id(),
                                Json.object().put("permissions", "1024"),
                                Actor.of(ADA)));
        HttpResponse<String> answer = send("POST", "channels/" + GENERAL + "/threads", "{\"name\":\"x\",\"type\":12}");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Json.read(answer.body()).path("code").asInt()).isEqualTo(50013);
    }

    @Test
    void refusesTheFiftyFirstChannelOfACategoryAndTheServersLast() {
        Category category = guild.createCategory("full").complete();
        for (int i = 0; i < 50; i++) {
            category.createTextChannel("c" + i).complete();
        }
        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> category.createTextChannel("one more").complete())
                .withMessageContaining("CHANNEL_PARENT_MAX_CHANNELS");
        discord.world().rules(discord.world().rules().withChannels(52));
        assertRefused(guild.createTextChannel("last"), ErrorResponse.MAX_CHANNELS);
    }

    @Test
    void namesEachFieldThatIsWrong() throws IOException, InterruptedException {
        String body = "{\"embeds\":[{\"title\":\"" + "x".repeat(300) + "\"}]}";
        JsonNode answer = Json.read(
                send("POST", "channels/" + GENERAL + "/messages", body).body());
        assertThat(answer.path("code").asInt()).isEqualTo(50035);
        assertThat(answer.at("/errors/embeds/0/title/_errors/0/code").asString())
                .isEqualTo("BASE_TYPE_MAX_LENGTH");
    }

    @Test
    void namesWhatItDoesNotKnow() throws IOException, InterruptedException {
        assertThat(send("GET", "nowhere", "").statusCode()).isEqualTo(404);
        assertThat(send("GET", "nowhere", "").body()).contains("the simulator does not know GET /nowhere");
        HttpResponse<String> field =
                send("POST", "channels/" + GENERAL + "/messages", "{\"content\":\"a\",\"colour\":1}");
        assertThat(field.statusCode()).isEqualTo(501);
        assertThat(field.body()).contains("colour");
    }

    @Test
    void letsTwoRenamesThroughInTenMinutes() throws IOException, InterruptedException {
        List<Integer> statuses = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            statuses.add(send("PATCH", "channels/" + GENERAL, "{\"name\":\"" + name + "\"}")
                    .statusCode());
        }
        assertThat(statuses).containsExactly(200, 200, 429);
        assertThat(discord.channel(COMMUNITY, "b").id()).isEqualTo(GENERAL);
    }

    @Test
    void letsThreadsBeRenamedAsSeldomAsChannels() throws IOException, InterruptedException {
        send("POST", "channels/" + GENERAL + "/threads", "{\"name\":\"thread\",\"type\":12}");
        long thread = thread("thread").id();
        List<Integer> statuses = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            statuses.add(send("PATCH", "channels/" + thread, "{\"name\":\"" + name + "\"}")
                    .statusCode());
        }
        assertThat(statuses).containsExactly(200, 200, 429);
    }

    @Test
    void bringsARoleThatIsMentionedIntoAThread() throws IOException, InterruptedException {
        send("POST", "channels/" + GENERAL + "/threads", "{\"name\":\"thread\",\"type\":12}");
        Channel thread = thread("thread");
        long staff = discord.world()
                .locked(() -> discord.world().guild(COMMUNITY).roles().stream()
                        .filter(role -> role.name().equals("Staff"))
                        .findFirst()
                        .orElseThrow()
                        .id());

        discord.as(ADA).say(thread, "<@&" + staff + "> please");

        assertThat(thread.threadMembers()).contains(Worlds.SAM).doesNotContain(Worlds.NOAH);
    }

    private Channel thread(String name) {
        return discord.world()
                .locked(() -> discord.world().threads().of(COMMUNITY).stream()
                        .filter(thread -> thread.name().equals(name))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void answersTooManyRequestsAsDiscordDoes() throws IOException, InterruptedException {
        discord.limits(Limits.OFF.withPerRoute(true).withThreadStarts(1, Duration.ofMinutes(5)));
        HttpResponse<String> fine = send("GET", "channels/" + GENERAL, "");
        assertThat(fine.headers().firstValue("X-RateLimit-Remaining")).hasValue("49");
        send("POST", "channels/" + GENERAL + "/threads", "{\"name\":\"x\",\"type\":12}");
        HttpResponse<String> shared = send("POST", "channels/" + GENERAL + "/threads", "{\"name\":\"y\",\"type\":12}");
        assertThat(shared.statusCode()).isEqualTo(429);
        assertThat(shared.headers().firstValue("X-RateLimit-Scope")).hasValue("shared");
        assertThat(shared.headers().firstValue("Retry-After").orElseThrow()).matches("\\d+");
        assertThat(shared.headers().firstValue("Via")).isPresent();
        assertThat(discord.invalidRequests()).isZero();
        discord.limits(Limits.OFF.withPerSecond(1));
        send("GET", "channels/" + GENERAL, "");
        HttpResponse<String> global = send("GET", "channels/" + GENERAL, "");
        assertThat(Json.read(global.body()).path("global").asBoolean()).isTrue();
        assertThat(discord.invalidRequests()).isEqualTo(1);
    }

    @Test
    void aLoweredCapRefusesToWakeAThreadInEachWay() throws IOException, InterruptedException {
        ThreadChannel parked = general.createThreadChannel("parked", false).complete();
        parked.getManager().setArchived(true).complete();
        general.createThreadChannel("active", true).complete();
        discord.world().rules(discord.world().rules().withActiveThreads(1));
        String thread = "channels/" + parked.getId();
        for (HttpResponse<String> refused : List.of(
                send("PATCH", thread, "{\"archived\":false}"),
                send("POST", thread + "/messages", "{\"content\":\"wake up\"}"),
                send("POST", "channels/" + GENERAL + "/threads", "{\"name\":\"x\",\"type\":12}"))) {
            assertThat(Json.read(refused.body()).path("code").asInt()).isEqualTo(160006);
        }
        discord.world().rules(discord.world().rules().withActiveThreads(2));
        assertThat(send("PATCH", thread, "{\"archived\":false}").statusCode()).isEqualTo(200);
    }

    @Test
    void theSharedLimitOnThreadsCountsEachChannelAndCanBeSwitchedOff() throws IOException, InterruptedException {
        TextChannel second = guild.createTextChannel("second").complete();
        discord.limits(Limits.OFF.withThreadStarts(1, Duration.ofMinutes(5)));
        String body = "{\"name\":\"x\",\"type\":12}";
        List<Integer> statuses = new ArrayList<>();
        for (String channel : List.of(general.getId(), general.getId(), second.getId())) {
            statuses.add(send("POST", "channels/" + channel + "/threads", body).statusCode());
        }
        discord.limits(Limits.OFF);
        statuses.add(send("POST", "channels/" + GENERAL + "/threads", body).statusCode());
        assertThat(statuses).containsExactly(201, 429, 201, 201);
    }

    @Test
    void keepsTheReasonInTheAuditLog() {
        TextChannel made = guild.createTextChannel("made").reason("for ä test").complete();
        assertThat(discord.world().auditLog().entries(COMMUNITY, 10, 1))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.path("target_id").asLong()).isEqualTo(made.getIdLong());
                    assertThat(entry.path("reason").asString()).isEqualTo("for ä test");
                });
    }
}
