package dev.homelab.discordbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.discordbot.guild.GuildLimits;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.GuildSetup;
import dev.homelab.discordbot.guild.Question;
import dev.homelab.discordbot.guild.TicketType;
import dev.homelab.local.discord.people.Person;
import dev.homelab.local.discord.people.Seen;
import dev.homelab.local.discord.rest.Faults.Hold;
import dev.homelab.local.discord.world.Actor;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Guild;
import dev.homelab.local.discord.world.Json;
import dev.homelab.local.discord.world.Message;
import dev.homelab.local.discord.world.World;
import dev.homelab.local.discord.world.Worlds;
import dev.homelab.local.spring.WithServers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Members write what they like and go when they like; tickets open, close and are archived all the same. */
@SpringBootTest
@WithServers
class HostilityTest {

    private static final Community COMMUNITY = Community.start();
    private static final String TYPE = "Account Issues";
    private static final String ARCHIVE = "account-issues-archive";

    private final GuildRegistry guilds;
    private final World world = COMMUNITY.discord().world();
    private final Guild server = world.guild(Worlds.COMMUNITY);
    private final Actor owner = Actor.of(server.ownerId());

    HostilityTest(@Autowired GuildRegistry guilds) {
        this.guilds = guilds;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        COMMUNITY.join(registry);
    }

    @BeforeEach
    void awaitPanel() throws InterruptedException {
        COMMUNITY.awaitReady();
        GuildSetup setup = guilds.get(Worlds.COMMUNITY);
        setup.limit(new GuildLimits(0, 0, 0, 0, 950));
        guilds.save(setup);
    }

    @AfterEach
    void isAsDiscordDescribesIt() {
        COMMUNITY.discord().verify();
    }

    @AfterAll
    static void stop() {
        COMMUNITY.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@everyone @here <@100000000000000014> <@&100000000000000100>",
                "**[free](https://evil.example)** `||x||` # > - \\",
                "\u200b\u200d\u2060\ufeff",
                "\u202egnp.exe \u2067\u0645\u0631\u062d\u0628\u0627",
                "\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00",
                "'; DROP TABLE ticket; -- <script>alert(1)</script> {0} %s ${x}"
            })
    void whateverATitleAndAnAnswerSayOnlyTheOpenerIsMentioned(String text) throws InterruptedException {
        Channel thread = open(COMMUNITY.mia(), text, Map.of("title", text, "description", text, "urgent", false));

        Message first = thread.messages().getFirst();
        assertThat(first.mentions(Worlds.MIA)).isTrue();
        assertThat(first.mentions(Worlds.ADA)).isFalse();
        assertThat(thread.threadMembers()).doesNotContain(Worlds.ADA);
        closes(thread);
    }

    @Test
    void aTitleThatIsTooLongIsCutAndStaysWholeAmongTheAnswers() throws InterruptedException {
        String faces = "\ud83d\ude00".repeat(100);

        Channel thread = open(COMMUNITY.mia(), "\ud83d\ude00", Community.answers(faces));

        assertThat(thread.messages().getFirst().embeds().toString()).contains(faces);
        closes(thread);
    }

    @Test
    void fiveAnswersOfFourThousandCharactersFit() throws InterruptedException {
        TicketType type = guilds.typesOf(Worlds.COMMUNITY).stream()
                .filter(each -> each.name().equals(TYPE))
                .findFirst()
                .orElseThrow();
        List<Question> before = type.questions();
        type.ask(List.of("a", "b", "c", "d", "e").stream()
                .map(key -> new Question(key, Question.Kind.LONG_TEXT, key.repeat(45), "", true, 4000, List.of()))
                .toList());
        guilds.save(type);
        String pairs = "x" + "\ud83d\ude00".repeat(1999) + "y";

        Channel thread = open(
                COMMUNITY.mia(), "", Map.of("a", pairs, "b", pairs, "c", pairs, "d", "*".repeat(4000), "e", pairs));

        closes(thread);
        type.ask(before);
        guilds.save(type);
    }

    /** What becomes of the opener while their ticket is open. */
    enum Fate {
        RENAMED,
        KICKED,
        BANNED
    }

    @ParameterizedTest
    @EnumSource
    void aTicketOutlivesItsOpener(Fate fate) throws InterruptedException {
        Person opener =
                COMMUNITY.discord().as(Worlds.newPerson(world, "\u200b" + fate).id());
        world.locked(() -> world.guilds().join(server, opener.id()));
        Channel thread = open(opener, fate.name(), Community.answers(fate.name()));

        world.locked(() -> befalls(opener, fate));
        COMMUNITY.quiet();

        closes(thread);
    }

    @ParameterizedTest
    @EnumSource(names = {"KICKED", "BANNED"})
    void aTicketIsOpenedAndCanBeClosedThoughItsOpenerGoesInTheMiddle(Fate fate) throws InterruptedException {
        Person opener =
                COMMUNITY.discord().as(Worlds.newPerson(world, "Gone " + fate).id());
        world.locked(() -> world.guilds().join(server, opener.id()));
        List<Channel> before = threads();
        Seen.Modal form = COMMUNITY.form(opener, TYPE);
        Hold hold = COMMUNITY.discord().faults().rest().hold(false, "POST", "/channels/{channel_id}/messages");
        CompletableFuture<Seen> answer = CompletableFuture.supplyAsync(
                () -> opener.submit(form, Community.answers("Gone")), Thread::startVirtualThread);
        await().atMost(Community.SOON).until(hold::isHeld);

        world.locked(() -> befalls(opener, fate));
        hold.pass();

        assertThat(Community.text(answer.join())).contains(": <#");
        COMMUNITY.quiet();
        Channel thread = threads().stream()
                .filter(each -> !before.contains(each))
                .findFirst()
                .orElseThrow();
        assertThat(thread.messages()).hasSize(1);
        closes(thread);
    }

    private void befalls(Person opener, Fate fate) {
        switch (fate) {
            case RENAMED ->
                world.guilds().modify(server, opener.id(), Json.object().put("nick", "\u202e@everyone"), owner);
            case KICKED -> world.guilds().kick(server, opener.id(), owner);
            case BANNED -> world.bans().ban(server, opener.id(), Json.object(), owner);
        }
    }

    private Channel open(Person member, String title, Map<String, Object> answers) throws InterruptedException {
        List<Channel> before = threads();
        Seen answer = member.submit(COMMUNITY.form(member, TYPE), answers);
        assertThat(Community.text(answer)).as(title).contains(": <#");
        COMMUNITY.quiet();
        return threads().stream()
                .filter(thread -> !before.contains(thread))
                .findFirst()
                .orElseThrow();
    }

    private List<Channel> threads() {
        return world.locked(() -> List.copyOf(world.threads().of(Worlds.COMMUNITY)));
    }

    private void closes(Channel thread) throws InterruptedException {
        int cards = COMMUNITY.messages(ARCHIVE).size();
        Message first = thread.messages().getFirst();
        COMMUNITY.sam().click(first, Community.customId(first, "Close"));
        await().atMost(Community.SOON).until(() -> thread.isArchived() && thread.isLocked());
        await().atMost(Community.SOON).until(() -> COMMUNITY.messages(ARCHIVE).size() == cards + 1);
        COMMUNITY.quiet();
    }
}
