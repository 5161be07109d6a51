package dev.homelab.dashboard.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.dashboard.BehindAGate;
import dev.homelab.dashboard.BotDouble;
import dev.homelab.dashboard.access.Role;
import dev.homelab.dashboard.access.SignedIn;
import dev.homelab.dashboard.check.Catalogue;
import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Health;
import dev.homelab.dashboard.check.LookWanted;
import dev.homelab.dashboard.status.Affected;
import dev.homelab.dashboard.status.Board;
import dev.homelab.dashboard.status.Cause;
import dev.homelab.dashboard.status.CheckStatus;
import dev.homelab.dashboard.status.Incident;
import dev.homelab.dashboard.status.IncidentEntry;
import dev.homelab.dashboard.status.IncidentLog;
import dev.homelab.dashboard.status.Incidents;
import dev.homelab.local.server.DatabaseGate;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a dashboard that sees Docker makes of a container that is killed, and what it shows of one. */
@SpringBootTest
@AutoConfigureMockMvc
class KilledContainerTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final CheckId POSTGRESQL = new CheckId("postgresql");
    private static final CheckId CONTAINER = new CheckId("container-homelab-discord-bot-db-1");
    private static final String NAME = "homelab-discord-bot-db-1";
    private static final DatabaseGate GATE = new DatabaseGate();
    private static final BotDouble BOTS = new BotDouble();
    private static final EngineDouble DOCKER = new EngineDouble();

    private final Board board;
    private final Catalogue catalogue;
    private final Incidents incidents;
    private final IncidentLog log;
    private final MockMvcTester browser;
    private final ApplicationEventPublisher events;
    private final Containers containers;

    @Autowired
    KilledContainerTest(
            Board board,
            Catalogue catalogue,
            Incidents incidents,
            IncidentLog log,
            MockMvcTester browser,
            ApplicationEventPublisher events,
            Containers containers) {
        this.board = board;
        this.catalogue = catalogue;
        this.incidents = incidents;
        this.log = log;
        this.browser = browser;
        this.events = events;
        this.containers = containers;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        allIsWell();
        BehindAGate.lead(registry, GATE, BOTS);
        registry.add("homelab.docker.url", DOCKER::url);
    }

    private static void allIsWell() {
        GATE.open();
        DOCKER.isAway(false);
        DOCKER.has("discord-bot-db", EngineDouble.running());
        DOCKER.hasOneShot("volume-owner", EngineDouble.exited(0));
    }

    @AfterAll
    static void stop() {
        BOTS.close();
        DOCKER.close();
        GATE.close();
    }

    @BeforeEach
    void recover() {
        allIsWell();
        containers.readAnew();
        await().atMost(SOON).until(() -> becomes(CONTAINER, Health.UP) && becomes(POSTGRESQL, Health.UP));
        await().atMost(SOON).until(() -> open().isEmpty());
    }

    /** On a busy machine something else may be slow for a moment. */
    private List<Incident> open() {
        return incidents.open().stream().filter(KilledContainerTest::isAboutIt).toList();
    }

    private static boolean isAboutIt(Incident incident) {
        return Stream.concat(
                        incident.causes().stream().map(Cause::check),
                        incident.affected().stream().map(Affected::check))
                .anyMatch(check -> check.equals(POSTGRESQL) || check.equals(CONTAINER));
    }

    private boolean becomes(CheckId id, Health health) {
        events.publishEvent(new LookWanted(id));
        return board.picture()
                .find(id)
                .map(CheckStatus::health)
                .filter(health::equals)
                .isPresent();
    }

    @Test
    void makesOneIncidentThatNamesWhatRanInItAndKeepsHowItEnded() {
        DOCKER.has("discord-bot-db", EngineDouble.killedForMemory());
        GATE.shut();
        await().atMost(SOON).until(() -> becomes(CONTAINER, Health.DOWN) && becomes(POSTGRESQL, Health.DOWN));

        isAllOneIncident();
    }

    @Test
    void staysOneIncidentWhenItsContainerIsSeenFirst() {
        DOCKER.has("discord-bot-db", EngineDouble.unhealthy("no response, POSTGRES_PASSWORD=hunter2"));
        await().atMost(SOON).until(() -> becomes(CONTAINER, Health.DOWN));
        await().atMost(SOON).until(() -> open().size() == 1);
        assertThat(open().getFirst().causes()).extracting(Cause::title).containsExactly(NAME);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(evidence(open().getFirst().id()))
                        .anyMatch(text -> text.contains("running, unhealthy")));

        DOCKER.has("discord-bot-db", EngineDouble.killedForMemory());
        GATE.shut();
        await().atMost(SOON).until(() -> becomes(POSTGRESQL, Health.DOWN));

        Incident incident = isAllOneIncident();
        assertThat(evidence(incident.id()))
                .anyMatch(text -> text.contains("running, unhealthy"))
                .anyMatch(text -> text.contains("no response, POSTGRES_PASSWORD=***"));
    }

    @Test
    void keepsHowItEndedThoughDockerDoesNotAnswerForAMoment() {
        DOCKER.has("discord-bot-db", EngineDouble.killedForMemory());
        DOCKER.isAway(true);
        GATE.shut();
        await().atMost(SOON).until(() -> becomes(POSTGRESQL, Health.DOWN));
        await().atMost(SOON).until(() -> open().size() == 1);
        DOCKER.isAway(false);

        isAllOneIncident();
    }

    private Incident isAllOneIncident() {
        await().atMost(SOON)
                .until(() -> open().size() == 1
                        && open().getFirst().affected().stream()
                                .map(Affected::check)
                                .anyMatch(CONTAINER::equals));
        Incident incident = open().getFirst();
        assertThat(incident.causes()).extracting(Cause::title).containsExactly("PostgreSQL");
        GATE.open();
        BehindAGate.awaitDatabase()
                .untilAsserted(() -> assertThat(evidence(incident.id()))
                        .anyMatch(text -> text.contains("137") || text.contains("unhealthy"))
                        .containsOnlyOnce("started\nDB_PASSWORD=*** refused"));
        BehindAGate.awaitDatabase()
                .untilAsserted(() -> assertThat(log.before(Clock.systemUTC().instant(), 50))
                        .filteredOn(KilledContainerTest::isAboutIt)
                        .filteredOn(one ->
                                !one.openedAt().isBefore(incident.openedAt().truncatedTo(ChronoUnit.MILLIS)))
                        .hasSize(1));
        return incident;
    }

    private List<String> evidence(UUID incident) {
        return log.entries(incident).stream()
                .filter(entry -> entry.kind() == IncidentEntry.Kind.EVIDENCE)
                .map(entry -> String.join(", ", entry.said().args()))
                .toList();
    }

    @Test
    void isUpWhereItHasDoneItsWork() {
        await().atMost(SOON).until(() -> becomes(new CheckId("container-homelab-volume-owner-1"), Health.UP));
    }

    @Test
    void goesByChecksThatThereAre() {
        assertThat(Counterparts.CHECKS.values().stream().map(CheckId::new))
                .filteredOn(id -> catalogue.find(id).isEmpty())
                .as("those that are switched off here")
                .map(CheckId::value)
                .isSubsetOf("objects", "backup", "proxy");
    }

    @Test
    void showsAContainerWithItsLastLinesMasked() {
        assertThat(page("/containers/" + NAME))
                .hasStatusOk()
                .bodyText()
                .contains("discord-bot-db", "running, healthy", "started", "DB_PASSWORD=*** refused", "/ 160 MB")
                .contains("href=\"/checks/container-homelab-discord-bot-db-1\"")
                .doesNotContain("hunter2");
        assertThat(page("/containers")).bodyText().contains("href=\"/containers/" + NAME + "\"");
        assertThat(page("/checks/" + CONTAINER)).bodyText().contains("href=\"/containers/" + NAME + "\"");
        assertThat(page("/containers/unheard-of")).hasStatus(404);
    }

    @Test
    void showsWhyAHealthCheckFails() {
        DOCKER.has("discord-bot-db", EngineDouble.unhealthy("pg_isready: <no> response"));
        assertThat(page("/containers/" + NAME))
                .hasStatusOk()
                .bodyText()
                .contains("running, unhealthy", "pg_isready: &lt;no&gt; response");
    }

    @Test
    void saysThatDockerDoesNotAnswer() {
        DOCKER.isAway(true);
        assertThat(page("/containers/" + NAME))
                .hasStatusOk()
                .bodyText()
                .contains("Docker does not answer as it should", "discord-bot-db")
                .doesNotContain("Last lines");
    }

    private MvcTestResult page(String path) {
        return browser.get().uri(path).with(SignedIn.as(Role.VIEWER)).exchange();
    }
}
