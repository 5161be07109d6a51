package dev.homelab.local.discord;

import static dev.homelab.local.discord.world.Worlds.COMMUNITY;
import static dev.homelab.local.discord.world.Worlds.GENERAL;
import static dev.homelab.local.discord.world.Worlds.MIA;
import static dev.homelab.local.discord.world.Worlds.NOAH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.homelab.local.discord.rest.Limits;
import dev.homelab.local.discord.world.Actor;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Json;
import dev.homelab.local.discord.world.Worlds;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.Category;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ListsTest {

    private final TestClock clock = new TestClock();
    private DiscordSimulator discord;
    private JDA jda;
    private Guild guild;
    private TextChannel general;
    private Wire wire;

    @BeforeEach
    void start() throws InterruptedException {
        discord = DiscordSimulator.start(
                DiscordSettings.local().withLimits(Limits.OFF).withClock(clock));
        jda = Bot.login(discord);
        guild = Objects.requireNonNull(jda.getGuildById(COMMUNITY));
        general = Objects.requireNonNull(guild.getTextChannelById(GENERAL));
        wire = new Wire(discord);
    }

    @AfterEach
    void stop() throws InterruptedException {
        Bot.logout(jda);
        discord.close();
    }

    private void archive(String... names) {
        for (String name : names) {
            ThreadChannel thread = general.createThreadChannel(name, true).complete();
            clock.advance(Duration.ofSeconds(1));
            thread.getManager().setArchived(true).complete();
        }
    }

    private static List<String> names(JsonNode page) {
        List<String> names = new ArrayList<>();
        page.path("threads").forEach(thread -> names.add(thread.path("name").asString()));
        return names;
    }

    @Test
    void archivedPrivateThreadsArePagedByTheTimeOfArchiving() throws IOException, InterruptedException {
        archive("a", "b", "c");
        String path = "channels/" + GENERAL + "/threads/archived/private?limit=2";
        JsonNode first = wire.get(path).json();
        assertThat(names(first)).containsExactly("c", "b");
        assertThat(first.path("has_more").asBoolean()).isTrue();
        String before = first.at("/threads/1/thread_metadata/archive_timestamp").asString();
        JsonNode second = wire.get(path + "&before=" + before).json();
        assertThat(names(second)).containsExactly("a");
        assertThat(second.path("has_more").asBoolean()).isFalse();
        assertThat(wire.get(path + "&before=yesterday").wrong("before")).isEqualTo("DATETIME_TYPE_PARSE");
        assertThat(general.retrieveArchivedPrivateThreadChannels().limit(2).stream())
                .extracting(ThreadChannel::getName)
                .containsExactly("c", "b", "a");
    }

    @Test
    void withoutManageThreadsOnlyJoinedOnesAreListed() throws IOException, InterruptedException {
        archive("a", "b");
        discord.world().locked(() -> {
            Channel parent = discord.world().channel(GENERAL);
            var foreign = discord.world()
                    .threads()
                    .start(parent, Json.object().put("name", "foreign").put("type", 12), Actor.of(Worlds.ADA));
            discord.world().threads().archive(foreign);
        });
        String own = "channels/" + GENERAL + "/users/@me/threads/archived/private";
        assertThat(names(wire.get(own).json())).containsExactly("b", "a");
        String newest = wire.get(own).json().at("/threads/0/id").asString();
        assertThat(names(wire.get(own + "?before=" + newest).json())).containsExactly("a");
        assertThat(general.retrieveArchivedPrivateJoinedThreadChannels().complete())
                .hasSize(2);
        general.upsertPermissionOverride(guild.getSelfMember())
                .setDenied(Permission.MANAGE_THREADS)
                .complete();
        assertThat(wire.get("channels/" + GENERAL + "/threads/archived/private").code())
                .isEqualTo(50013);
        assertThat(names(wire.get(own).json())).containsExactly("b", "a");
    }

    @Test
    void activeThreadsAreListedWithTheBotsOwnMemberships() throws IOException, InterruptedException {
        general.createThreadChannel("one", true).complete();
        general.createThreadChannel("two", false).complete();
        archive("gone");
        JsonNode active = wire.get("guilds/" + COMMUNITY + "/threads/active").json();
        assertThat(names(active)).containsExactlyInAnyOrder("one", "two");
        assertThat(active.path("members").size()).isEqualTo(2);
    }

    @Test
    void theMembersOfAThreadAreOnlyForWhoSeesIt() throws IOException, InterruptedException {
        long thread = general.createThreadChannel("one", true).complete().getIdLong();
        String members = "channels/" + thread + "/thread-members";
        assertThat(wire.send("PUT", members + "/" + MIA, "").status()).isEqualTo(204);
        assertThat(wire.get(members + "?with_member=true&limit=1&after=" + (MIA - 1))
                        .json()
                        .at("/0/member/user/id")
                        .asLong())
                .isEqualTo(MIA);
        assertThat(wire.get(members + "/" + NOAH).code()).isEqualTo(10007);
        assertThat(wire.send("DELETE", members + "/" + MIA, "").status()).isEqualTo(204);
        assertThat(wire.send("DELETE", members + "/" + MIA, "").code()).isEqualTo(10007);
        assertThat(wire.send("DELETE", members + "/@me", "").status()).isEqualTo(204);
        general.upsertPermissionOverride(guild.getSelfMember())
                .setDenied(Permission.MANAGE_THREADS)
                .complete();
        assertThat(wire.get(members).code()).isEqualTo(50001);
        assertThat(wire.get("channels/" + GENERAL + "/thread-members").code()).isEqualTo(50024);
    }

    private static List<String> words(List<Message> messages) {
        return messages.stream().map(Message::getContentRaw).toList();
    }

    @Test
    void messagesAreFoundBeforeAfterAndAroundOne() throws IOException, InterruptedException {
        List<Message> said = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            said.add(general.sendMessage(Integer.toString(i)).complete());
        }
        Message middle = said.get(3);
        assertThat(words(general.getHistoryBefore(middle, 2).complete().getRetrievedHistory()))
                .containsExactly("2", "1");
        assertThat(words(general.getHistoryAfter(middle, 2).complete().getRetrievedHistory()))
                .containsExactly("5", "4");
        assertThat(words(general.getHistoryAround(middle, 3).complete().getRetrievedHistory()))
                .containsExactly("4", "3", "2");
        assertThat(words(general.getHistoryFromBeginning(2).complete().getRetrievedHistory()))
                .containsExactly("1", "0");
        assertThat(wire.get("channels/" + GENERAL + "/messages?limit=101").wrong("limit"))
                .isEqualTo("NUMBER_TYPE_MAX");
    }

    @Test
    void manyMessagesAreDeletedAtOnceButNoOldOnes() throws IOException, InterruptedException {
        general.upsertPermissionOverride(guild.getSelfMember())
                .setAllowed(Permission.VIEW_CHANNEL)
                .complete();
        String bulk = "channels/" + GENERAL + "/messages/bulk-delete";
        long one = general.sendMessage("1").complete().getIdLong();
        long two = general.sendMessage("2").complete().getIdLong();
        String both = "{\"messages\":[\"" + one + "\",\"" + two + "\"]}";
        assertThat(wire.send("POST", bulk, both).code()).isEqualTo(50013);
        discord.world()
                .locked(() -> Worlds.newRole(discord.world(), discord.world().guild(COMMUNITY), "Cleaner", 1 << 13));
        discord.world()
                .locked(() -> discord.world()
                        .guilds()
                        .role(
                                discord.world().guild(COMMUNITY),
                                Worlds.BOT,
                                discord.world().guild(COMMUNITY).role("Cleaner").id(),
                                true,
                                Actor.of(Worlds.ADA)));
        assertThat(wire.send("POST", bulk, "{\"messages\":[\"" + one + "\"]}").code())
                .isEqualTo(50016);
        clock.advance(Duration.ofDays(15));
        assertThat(wire.send("POST", bulk, both).code()).isEqualTo(50034);
        long three = general.sendMessage("3").complete().getIdLong();
        long four = general.sendMessage("4").complete().getIdLong();
        assertThat(wire.send("POST", bulk, "{\"messages\":[\"" + three + "\",\"" + four + "\"]}")
                        .status())
                .isEqualTo(204);
        assertThat(discord.world().channel(GENERAL).messages()).hasSize(2);
    }

    @Test
    void channelsAreReorderedAndMovedUnderACategory() {
        Category area = guild.createCategory("area").complete();
        TextChannel late = guild.createTextChannel("late").complete();
        guild.modifyTextChannelPositions().selectPosition(late).moveTo(0).complete();
        assertThat(discord.world().channels().of(COMMUNITY))
                .extracting(Channel::name)
                .containsSubsequence("late", "general");
        guild.modifyTextChannelPositions()
                .selectPosition(late)
                .setCategory(area, true)
                .complete();
        await().until(() ->
                Objects.requireNonNull(guild.getTextChannelById(late.getId())).getParentCategoryIdLong()
                        == area.getIdLong());
    }

    @Test
    void overwritesAreTakenAwayAgain() throws IOException, InterruptedException {
        var override = general.upsertPermissionOverride(guild.getPublicRole())
                .setDenied(Permission.MESSAGE_SEND)
                .complete();
        assertThat(discord.as(MIA)
                        .can(
                                discord.world().channel(GENERAL),
                                dev.homelab.local.discord.world.Permission.SEND_MESSAGES))
                .isFalse();
        override.delete().complete();
        assertThat(discord.as(MIA)
                        .can(
                                discord.world().channel(GENERAL),
                                dev.homelab.local.discord.world.Permission.SEND_MESSAGES))
                .isTrue();
        assertThat(wire.send("DELETE", "channels/" + GENERAL + "/permissions/" + MIA, "")
                        .code())
                .isEqualTo(10009);
    }

    @Test
    void onlyOwnMessagesAreEditedAndMembersAreFetched() {
        var said = discord.as(MIA).say(discord.world().channel(GENERAL), "mine");
        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> general.editMessageById(said.id(), "yours").complete())
                .matches(refused -> refused.getErrorCode() == 50005);
        assertThat(guild.retrieveMemberById(MIA).useCache(false).complete().getEffectiveName())
                .isEqualTo("Mia");
        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> guild.retrieveMemberById(5).useCache(false).complete())
                .matches(refused -> refused.getErrorCode() == 10013 || refused.getErrorCode() == 10007);
    }
}
