package dev.homelab.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.homelab.dashboard.alert.Channel;
import dev.homelab.dashboard.alert.Channels;
import dev.homelab.dashboard.check.CheckDesk;
import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Health;
import dev.homelab.dashboard.check.InvalidCheck;
import dev.homelab.dashboard.check.Severity;
import dev.homelab.dashboard.check.Target;
import dev.homelab.dashboard.check.Wanted;
import dev.homelab.dashboard.maintenance.Maintenance;
import dev.homelab.dashboard.maintenance.Maintenances;
import dev.homelab.dashboard.status.Affected;
import dev.homelab.dashboard.status.Board;
import dev.homelab.dashboard.status.Cause;
import dev.homelab.dashboard.status.CheckStatus;
import dev.homelab.dashboard.status.Incident;
import dev.homelab.dashboard.status.IncidentEntry;
import dev.homelab.dashboard.status.IncidentLog;
import dev.homelab.dashboard.status.Incidents;
import dev.homelab.local.spring.WithServers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Checks of real sites, that fail in all the ways in which sites fail, and what becomes of it. */
@SpringBootTest
@WithServers({WithServers.Server.POSTGRES, WithServers.Server.REDIS, WithServers.Server.S3})
class WatchTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final BotDouble BOTS = new BotDouble();
    private static final Website DATABASE = new Website();
    private static final Website SHOP = new Website();
    private static final Website PHONE = new Website();

    private final CheckDesk desk;
    private final Board board;
    private final Incidents incidents;
    private final IncidentLog log;
    private final Channels channels;
    private final Maintenances maintenances;

    @Autowired
    WatchTest(
            CheckDesk desk,
            Board board,
            Incidents incidents,
            IncidentLog log,
            Channels channels,
            Maintenances maintenances) {
        this.desk = desk;
        this.board = board;
        this.incidents = incidents;
        this.log = log;
        this.channels = channels;
        this.maintenances = maintenances;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        BOTS.join(registry);
    }

    @AfterEach
    void allIsWell() {
        DATABASE.answers(200, "{\"state\":\"fine\"}");
        SHOP.answers(200, "{\"state\":\"fine\"}");
        List.of("the-room", "the-shop", "the-database", "the-other").forEach(id -> desk.remove(new CheckId(id)));
        maintenances.all().forEach(one -> maintenances.remove(one.id()));
        channels.all().forEach(channel -> channels.remove(channel.id()));
        await().atMost(SOON).until(() -> incidents.open().isEmpty());
        PHONE.posted().clear();
    }

    @AfterAll
    static void stop() {
        BOTS.close();
        DATABASE.close();
        SHOP.close();
        PHONE.close();
    }

    private void watch(String id, Target target, String... needs) {
        List<CheckId> ids = Arrays.stream(needs).map(CheckId::new).toList();
        desk.save(
                new Wanted(new CheckId(id), id, target, null, 1, 800, null, null, ids, Severity.CRITICAL, false),
                "test");
    }

    private CheckStatus status(String id) {
        return board.picture().find(new CheckId(id)).orElseThrow();
    }

    private Instant looked(String id) {
        return Objects.requireNonNull(status(id).looked());
    }

    private void becomes(String id, Health health) {
        await().atMost(SOON).until(() -> status(id).health() == health);
    }

    private void fails(String id, String because) {
        await().atMost(SOON)
                .until(() -> status(id).health() == Health.DOWN
                        && status(id).finding().said().key().equals(because));
    }

    @Test
    void makesOneIncidentWithOneCauseAndTellsEachChannelOnceOfItsBeginningAndItsEnd() {
        watch("the-database", Target.Http.of(DATABASE.at("/")));
        watch("the-shop", Target.Http.of(SHOP.at("/")), "the-database");
        watch("the-room", Target.Http.of(SHOP.at("/room")), "the-shop");
        channels.save(channel(Severity.CRITICAL));
        becomes("the-room", Health.UP);
        becomes("the-database", Health.UP);

        DATABASE.answers(503, "");
        SHOP.answers(500, "");
        becomes("the-room", Health.DOWN);
        await().atMost(SOON)
                .until(() -> critical().size() == 1
                        && critical().getFirst().affected().size() == 2);

        Incident incident = critical().getFirst();
        assertThat(incident.causes()).extracting(Cause::title).containsExactly("the-database");
        assertThat(incident.affected()).extracting(Affected::title).containsExactlyInAnyOrder("the-shop", "the-room");
        assertThat(incident.severity()).isEqualTo(Severity.CRITICAL);

        DATABASE.answers(200, "");
        becomes("the-database", Health.UP);
        assertThat(critical()).as("what suffered needs a moment to follow").hasSize(1);
        SHOP.answers(200, "");
        await().atMost(SOON).until(() -> critical().isEmpty());

        await().atMost(SOON).untilAsserted(() -> assertThat(PHONE.posted()).hasSize(2));
        assertThat(PHONE.posted().getFirst()).contains("\"state\":\"firing\"", "the-database is down.");
        assertThat(PHONE.posted().getLast()).contains("\"state\":\"resolved\"", "Over: the-database is down.");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(log.entries(incident.id()))
                        .extracting(IncidentEntry::kind)
                        .startsWith(IncidentEntry.Kind.OPENED)
                        .contains(IncidentEntry.Kind.AFFECTED)
                        .endsWith(IncidentEntry.Kind.CLOSED));
        assertThat(log.find(incident.id()).orElseThrow().closedAt()).isNotNull();
    }

    /** Of the checks of these tests; on a busy machine others may be slow for a moment. */
    private List<Incident> critical() {
        return incidents.open().stream()
                .filter(incident -> incident.severity() == Severity.CRITICAL)
                .toList();
    }

    private static Channel channel(Severity least) {
        return new Channel(
                UUID.randomUUID(),
                "phone",
                Channel.Kind.WEBHOOK,
                PHONE.at("/hook").toString(),
                least,
                null,
                "en",
                true);
    }

    @Test
    void triesAnAlertAgainUntilItIsTakenAndTellsOfTheEndNoEarlier() {
        watch("the-database", Target.Http.of(DATABASE.at("/")));
        becomes("the-database", Health.UP);
        channels.save(channel(Severity.CRITICAL));
        PHONE.answers(503, "");

        DATABASE.answers(500, "");
        await().atMost(SOON).until(() -> PHONE.posted().size() == 1);
        DATABASE.answers(200, "");
        await().atMost(SOON).until(() -> critical().isEmpty());
        PHONE.answers(200, "");

        await().atMost(SOON).until(() -> PHONE.posted().getLast().contains("\"state\":\"resolved\""));
        List<String> beginnings = PHONE.posted().subList(0, PHONE.posted().size() - 1);
        assertThat(beginnings).hasSizeGreaterThan(1).containsOnly(beginnings.getFirst());
    }

    @Test
    void wakesNobodyForWhatIsUnderMaintenance() {
        watch("the-database", Target.Http.of(DATABASE.at("/")));
        becomes("the-database", Health.UP);
        Instant now = Instant.now(Clock.systemUTC());
        maintenances.save(
                new Maintenance(
                        UUID.randomUUID(),
                        "new disks",
                        Set.of(new CheckId("the-database")),
                        now.minusSeconds(60),
                        now.plusSeconds(600),
                        Maintenance.Repeat.ONCE,
                        ZoneOffset.UTC),
                "test");

        DATABASE.answers(500, "");
        becomes("the-database", Health.DOWN);

        assertThat(status("the-database").paused()).isTrue();
        assertThat(incidents.open())
                .noneMatch(incident -> incident.causes().getFirst().title().equals("the-database"));
    }

    @Test
    void losesNoMoreThanItsTimeoutToASiteThatHangsDripsFloodsOrLeadsInCircles() {
        watch("the-database", Target.Http.of(DATABASE.at("/hangs")));
        watch("the-shop", Target.Http.of(DATABASE.at("/drips")));
        watch("the-room", Target.Http.of(DATABASE.at("/round")));
        watch("the-other", Target.Http.of(DATABASE.at("/huge")));

        fails("the-database", "failed.slow");
        fails("the-shop", "failed.slow");
        fails("the-room", "http.redirects");
        becomes("the-other", Health.UP);
        Instant before = looked("postgresql");
        await().atMost(SOON).until(() -> looked("postgresql").isAfter(before));
    }

    @Test
    void followsNobodyToAFile() {
        watch("the-database", Target.Http.of(DATABASE.at("/file")));
        becomes("the-database", Health.DOWN);
        assertThat(status("the-database").finding().said().args().toString()).doesNotContain("root:");
    }

    @Test
    void readsStatusBodyAndJson() {
        DATABASE.answers(418, "{\"state\":\"tea\",\"pots\":[{\"full\":true}]}");
        watch("the-database", new Target.Http(DATABASE.at("/"), List.of(418), "tea", "$.pots[0].full", "true", 0, 14));
        becomes("the-database", Health.UP);
        watch("the-shop", new Target.Http(DATABASE.at("/"), List.of(418), "coffee", "", "", 0, 14));
        becomes("the-shop", Health.DOWN);
        watch("the-room", new Target.Http(DATABASE.at("/"), List.of(418), "", "$.cups", "1", 0, 14));
        fails("the-room", "http.json-missing");
    }

    @Test
    void refusesNeedsThatGoRoundInACircleAndChangesOfOurOwnChecks() {
        watch("the-database", Target.Http.of(DATABASE.at("/")), "the-shop");

        assertThatThrownBy(() -> watch("the-shop", Target.Http.of(DATABASE.at("/")), "the-database"))
                .isInstanceOf(InvalidCheck.class);
        assertThatThrownBy(() -> watch("postgresql", Target.Http.of(DATABASE.at("/"))))
                .isInstanceOf(InvalidCheck.class);
    }
}
