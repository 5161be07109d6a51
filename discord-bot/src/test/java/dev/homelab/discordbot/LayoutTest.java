package dev.homelab.discordbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.discordbot.discord.Finding;
import dev.homelab.discordbot.discord.channel.Doctor;
import dev.homelab.discordbot.discord.channel.Repair;
import dev.homelab.discordbot.discord.connection.DiscordConnection;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.TicketType;
import dev.homelab.local.discord.people.Person;
import dev.homelab.local.discord.world.Actor;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Json;
import dev.homelab.local.discord.world.Permission;
import dev.homelab.local.discord.world.Role;
import dev.homelab.local.discord.world.Rules;
import dev.homelab.local.discord.world.World;
import dev.homelab.local.discord.world.Worlds;
import dev.homelab.local.spring.WithServers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.node.ObjectNode;

/** What the bot makes in a server stays as it made it. */
@SpringBootTest
@WithServers
class LayoutTest {

    private static final Community COMMUNITY = Community.start();

    private final GuildRegistry guilds;
    private final DiscordConnection discord;
    private final Doctor doctor;
    private final Repair repair;
    private final World world = COMMUNITY.discord().world();

    @Autowired
    LayoutTest(GuildRegistry guilds, DiscordConnection discord, Doctor doctor, Repair repair) {
        this.guilds = guilds;
        this.discord = discord;
        this.doctor = doctor;
        this.repair = repair;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        COMMUNITY.join(registry);
    }

    @BeforeEach
    void awaitReady() throws InterruptedException {
        COMMUNITY.awaitReady();
    }

    @AfterEach
    void isAsDiscordDescribesIt() {
        COMMUNITY.discord().verify();
    }

    @AfterAll
    static void stop() {
        COMMUNITY.close();
    }

    @Test
    void givesARenamedChannelItsNameBackAndDoesNotFightOverIt() throws InterruptedException {
        Channel channel = COMMUNITY.channel("bug-reports");

        change(channel, Json.object().put("name", "bugs"));
        await().atMost(Community.SOON).until(() -> channel.name().equals("bug-reports"));
        COMMUNITY.quiet();
        COMMUNITY.discord().requests().clear();
        change(channel, Json.object().put("name", "bugs-again"));
        await().atMost(Community.SOON).until(() -> !COMMUNITY.counted().isEmpty());
        COMMUNITY.quiet();

        assertThat(COMMUNITY.counted()).noneMatch(call -> call.startsWith("PATCH"));
        assertThat(channel.name()).isEqualTo("bugs-again");
        change(channel, Json.object().put("name", "bug-reports"));
    }

    @Test
    void putsAMovedChannelBackIntoItsCategory() {
        Channel channel = COMMUNITY.channel("general-support");
        long home = channel.parentId();

        change(channel, Json.object().putNull("parent_id"));

        await().atMost(Community.SOON).until(() -> channel.parentId() == home);
    }

    @Test
    void makesADeletedChannelAndADeletedCategoryAgain() {
        long before = COMMUNITY.channel("feature-requests-archive").id();
        Channel category = COMMUNITY.channel("📦 Ticket Archive");

        COMMUNITY.discord().faults().delete(COMMUNITY.channel("feature-requests-archive"));
        COMMUNITY.discord().faults().delete(category);

        await().atMost(Community.SOON)
                .until(() -> COMMUNITY.ada().channels(Worlds.COMMUNITY).stream()
                        .anyMatch(channel -> channel.name().equals("feature-requests-archive")
                                && channel.id() != before
                                && channel.parentId() != 0));
        await().atMost(Community.SOON)
                .until(() -> COMMUNITY.channel("bug-reports-archive").parentId()
                        == COMMUNITY.channel("📦 Ticket Archive").id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"open-a-ticket", "bug-reports"})
    void putsItsOwnOverwriteBackAtOnce(String name) {
        Channel channel = COMMUNITY.channel(name);

        world.locked(() -> world.channels().overwrites().delete(channel, Worlds.BOT, Actor.of(Worlds.ADA)));

        await().atMost(Community.SOON)
                .until(() -> COMMUNITY.discord().as(Worlds.BOT).can(channel, Permission.SEND_MESSAGES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"open-a-ticket", "general-support-archive"})
    void tellsThroughTheDoctorWhichChannelItCannotLetItselfIntoAgain(String name) {
        Channel channel = COMMUNITY.channel(name);
        overwrite(channel, "deny");

        await().atMost(Community.SOON)
                .until(() -> examine().stream()
                        .anyMatch(finding -> finding.mend().key().equals("doctor.mend.blind")));
        assertThat(examine()).noneMatch(LayoutTest::isAboutThePanel);

        overwrite(channel, "allow");
        await().atMost(Community.SOON)
                .until(() -> COMMUNITY.discord().as(Worlds.BOT).can(channel, Permission.SEND_MESSAGES));
    }

    @Test
    void letsTheStaffOfATypeSeeItsTicketsAndItsArchiveAndNoOthers() {
        Role helpers = role("Helpers");
        TicketType type = type("Account Issues");
        type.staffedBy(List.of(helpers.id()));
        guilds.save(type);
        world.locked(() -> world.guilds()
                .role(world.guild(Worlds.COMMUNITY), Worlds.NOAH, helpers.id(), true, Actor.of(Worlds.ADA)));

        change(COMMUNITY.channel("account-issues"), Json.object().putNull("parent_id"));

        Person noah = COMMUNITY.noah();
        await().atMost(Community.SOON)
                .until(() -> noah.can(COMMUNITY.channel("account-issues"), Permission.MANAGE_THREADS)
                        && noah.can(COMMUNITY.channel("account-issues-archive"), Permission.VIEW_CHANNEL));
        assertThat(noah.can(COMMUNITY.channel("bug-reports"), Permission.MANAGE_THREADS))
                .isFalse();
        assertThat(COMMUNITY.mia().can(COMMUNITY.channel("account-issues-archive"), Permission.VIEW_CHANNEL))
                .isFalse();
    }

    @Test
    void makesASecondCategoryWhenDiscordSaysThatTheFirstIsFull() {
        long category = COMMUNITY.channel("🎫 Active Tickets").id();
        List<Channel> others = world.locked(() -> java.util.stream.IntStream.range(
                        0,
                        50
                                - (int) world.channels().of(Worlds.COMMUNITY).stream()
                                        .filter(channel -> channel.parentId() == category)
                                        .count())
                .mapToObj(i -> make("other-" + i, category))
                .toList());
        Channel lost = COMMUNITY.channel("open-a-ticket");
        world.locked(() -> {
            COMMUNITY.discord().faults().delete(lost);
            return make("one-more", category);
        });

        await().atMost(Community.SOON)
                .ignoreExceptions()
                .until(() -> world.locked(() -> world.channels().of(Worlds.COMMUNITY)).stream()
                        .anyMatch(channel -> channel.name().equals("open-a-ticket")
                                && channel.parentId()
                                        == COMMUNITY
                                                .channel("🎫 Active Tickets 2")
                                                .id()));
        await().atMost(Community.SOON)
                .until(() -> !COMMUNITY.messages("open-a-ticket").isEmpty());
        assertThat(guilds.get(Worlds.COMMUNITY).activeCategoryIds()).hasSize(2);
        others.forEach(COMMUNITY.discord().faults()::delete);
    }

    @Test
    void saysWhichChannelAServerHasNoRoomForAndMakesItWhenThereIs() {
        int channels = world.locked(() -> world.channels().of(Worlds.COMMUNITY).size());
        world.rules(Rules.DISCORD.withChannels(channels - 1));
        COMMUNITY.discord().faults().delete(COMMUNITY.channel("feature-requests-archive"));

        await().atMost(Community.SOON)
                .untilAsserted(() -> assertThat(repair.last(Worlds.COMMUNITY))
                        .hasValueSatisfying(report -> assertThat(report.broken())
                                .anyMatch(broken -> broken.contains("no room for the channel feature-requests-archive")
                                        && broken.contains("500"))));
        assertThat(examine()).extracting(finding -> finding.what().key()).contains("doctor.broken");
        assertThat(Community.text(COMMUNITY.ada().slash(COMMUNITY.channel("general"), "tickets setup", Map.of())))
                .contains("feature-requests-archive");

        world.rules(Rules.DISCORD);
        repair.now(discord.guild(Worlds.COMMUNITY).orElseThrow());
        assertThat(COMMUNITY.channel("feature-requests-archive")).isNotNull();
    }

    @Test
    void namesWhatTheDoctorFindsWithTheMendInAtMostTwoCallsAndThenInNone() throws InterruptedException {
        Role gone = role("Gone");
        TicketType type = type("Feature Requests");
        type.staffedBy(List.of(gone.id()));
        guilds.save(type);
        world.locked(() -> world.guilds().deleteRole(world.guild(Worlds.COMMUNITY), gone.id(), Actor.of(Worlds.ADA)));
        // What was changed before may be followed by one more repair.
        COMMUNITY.discord().requests().awaitQuiet(Duration.ofSeconds(1));
        COMMUNITY.discord().requests().clear();

        List<Finding> findings = examine();

        assertThat(COMMUNITY.counted()).hasSizeLessThanOrEqualTo(2);
        assertThat(findings)
                .extracting(finding -> finding.what().key())
                .contains("doctor.role.gone", "doctor.headroom", "doctor.repair")
                .doesNotContain("doctor.permission", "doctor.channel", "doctor.panel", "doctor.broken");
        COMMUNITY.discord().requests().clear();
        assertThat(examine()).hasSameSizeAs(findings);
        assertThat(COMMUNITY.counted()).isEmpty();
        type.staffedBy(List.of());
        guilds.save(type);
    }

    @Test
    void missesAPanelThatSomebodyDeletesAfterItWasSeen() {
        assertThat(examine()).noneMatch(LayoutTest::isAboutThePanel);
        // What another test has left to repair must not post the panel again before it was missed.
        var faults = COMMUNITY.discord().faults().rest();
        faults.answer(100, 500, "POST", "/channels/{channel_id}/messages");

        COMMUNITY.ada().delete(COMMUNITY.messages("open-a-ticket").getFirst());

        await().atMost(Community.SOON).until(() -> examine().stream().anyMatch(LayoutTest::isAboutThePanel));
        faults.clear();
        repair.now(discord.guild(Worlds.COMMUNITY).orElseThrow());
        assertThat(examine()).noneMatch(LayoutTest::isAboutThePanel);
        assertThat(COMMUNITY.messages("open-a-ticket")).hasSize(1);
    }

    private static boolean isAboutThePanel(Finding finding) {
        return finding.what().key().equals("doctor.panel");
    }

    private List<Finding> examine() {
        return doctor.examine(discord.guild(Worlds.COMMUNITY).orElseThrow());
    }

    /** Whether the bot sees a channel. */
    private void overwrite(Channel channel, String what) {
        ObjectNode own = Json.object().put("type", 1).put(what, Long.toString(Permission.of(Permission.VIEW_CHANNEL)));
        world.locked(() -> world.channels().overwrites().put(channel, Worlds.BOT, own, Actor.of(Worlds.ADA)));
    }

    private Channel make(String name, long parent) {
        return world.locked(() -> world.channels()
                .create(
                        world.guild(Worlds.COMMUNITY),
                        Json.object().put("name", name).put("type", 0).put("parent_id", Long.toString(parent)),
                        Actor.of(Worlds.ADA)));
    }

    private void change(Channel channel, ObjectNode change) {
        world.locked(() -> world.channels().modify(channel, change, Actor.of(Worlds.ADA)));
    }

    private Role role(String name) {
        return world.locked(() -> world.guilds()
                .createRole(world.guild(Worlds.COMMUNITY), Json.object().put("name", name), Actor.of(Worlds.ADA)));
    }

    private TicketType type(String name) {
        return guilds.typesOf(Worlds.COMMUNITY).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
