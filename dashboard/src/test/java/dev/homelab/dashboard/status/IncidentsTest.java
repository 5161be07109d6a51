package dev.homelab.dashboard.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.dashboard.check.Catalogue;
import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Definition;
import dev.homelab.dashboard.check.DefinitionSource;
import dev.homelab.dashboard.check.Finding;
import dev.homelab.dashboard.check.Health;
import dev.homelab.dashboard.check.Look;
import dev.homelab.dashboard.check.Owner;
import dev.homelab.dashboard.check.Pace;
import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.check.Severity;
import dev.homelab.dashboard.check.Target;
import dev.homelab.dashboard.ledger.DatabaseArrived;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A start, with one incident that was open before it. */
class IncidentsTest {

    private static final Definition DISK = definition("disk");
    private static final Definition LINKS = definition("links-twitch");

    private static final Definition BOT = definition("discord-bot");
    private static final Definition DISCORD = definition("discord", BOT.id());
    private static final Definition ROOM = definition("discord-room", BOT.id());

    private final Incident earlier = new Incident(
            UUID.randomUUID(),
            Instant.EPOCH,
            null,
            Severity.WARNING,
            "",
            List.of(new Cause(LINKS.id(), "Links", Health.DEGRADED, Said.of("links.dead"))),
            List.of());
    private final List<Incident> before = new ArrayList<>(List.of(earlier));
    private final List<Said> story = new ArrayList<>();
    private final List<Definition> definitions = new ArrayList<>(List.of(DISK));
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private Instant now = Instant.parse("2026-11-27T12:00:00Z");

    private static Definition definition(String id, CheckId... needs) {
        return new Definition(
                new CheckId(id),
                id,
                "more",
                new Target.Tcp("localhost", 1),
                Pace.of(Duration.ofSeconds(10), Duration.ofSeconds(1)),
                Set.of(needs),
                Severity.WARNING,
                false,
                Owner.SYSTEM);
    }

    @BeforeEach
    void start() {
        InstantSource source = () -> now;
        context.registerBean(Clock.class, () -> source.withZone(ZoneOffset.UTC));
        context.registerBean(DefinitionSource.class, () -> () -> List.copyOf(definitions));
        context.registerBean(Pauses.class, () -> (_, _) -> false);
        context.registerBean(IncidentLog.class, () -> new RememberedLog(before, story));
        context.register(Catalogue.class, Board.class, Incidents.class);
        context.refresh();
        context.publishEvent(new DatabaseArrived());
        context.getBean(Catalogue.class).reload();
        pass(Duration.ofSeconds(1));
    }

    @AfterEach
    void stop() {
        context.close();
    }

    private void pass(Duration time) {
        now = now.plus(time);
        context.getBean(Incidents.class).judgeAnew();
    }

    private void look(Definition definition, Health health) {
        Look look = new Look(definition.id(), new Finding(health, Said.of("test")), now, Duration.ZERO);
        context.getBean(Board.class).looked(definition, look);
        pass(Duration.ofSeconds(1));
    }

    private void isKnown(Definition... known) {
        definitions.clear();
        definitions.addAll(List.of(known));
        context.getBean(Catalogue.class).reload();
    }

    private List<Incident> open() {
        return context.getBean(Incidents.class).open();
    }

    @Test
    void goesOnWithAnIncidentWhoseCheckIsKnownLater() {
        look(DISK, Health.UP);
        assertThat(open()).containsExactly(earlier);

        isKnown(DISK, LINKS);
        look(LINKS, Health.DEGRADED);
        assertThat(open()).containsExactly(earlier);

        look(LINKS, Health.UP);
        look(LINKS, Health.UP);
        assertThat(open()).isEmpty();
    }

    @Test
    void closesAnIncidentWhoseCheckDoesNotComeBack() {
        pass(Duration.ofSeconds(30));
        assertThat(open()).containsExactly(earlier);

        pass(Duration.ofSeconds(30));
        assertThat(open()).isEmpty();
    }

    @Test
    void closesAnIncidentAtOnceWhenItsCheckIsRemovedAndDoesNotCallItUp() {
        isKnown(DISK, LINKS);
        look(LINKS, Health.DEGRADED);

        isKnown(DISK);
        pass(Duration.ofSeconds(1));
        assertThat(open()).isEmpty();
        assertThat(story).last().extracting(Said::key).isEqualTo("incident.entry.removed");
    }

    @Test
    void closesAnIncidentWhoseCauseIsUpAlthoughNobodyKnowsOfWhatItAffected() {
        closeTheEarlierOne();
        breakTheBotThatDiscordIsAskedThrough();

        look(BOT, Health.UP);
        look(BOT, Health.UP);
        pass(Duration.ofSeconds(50));
        assertThat(open()).hasSize(1);

        pass(Duration.ofSeconds(10));
        assertThat(open()).isEmpty();
        assertThat(story.getLast()).isEqualTo(Said.of("incident.entry.left"));
    }

    @Test
    void givesWhatNobodyKnowsOfTheSamePatienceAfterEachFallOfItsCause() {
        closeTheEarlierOne();
        breakTheBotThatDiscordIsAskedThrough();
        look(BOT, Health.UP);
        look(BOT, Health.UP);
        pass(Duration.ofSeconds(50));

        look(BOT, Health.DOWN);
        look(BOT, Health.DOWN);
        look(BOT, Health.UP);
        look(BOT, Health.UP);
        pass(Duration.ofSeconds(50));
        assertThat(open()).hasSize(1);
    }

    private void closeTheEarlierOne() {
        pass(Duration.ofSeconds(60));
        assertThat(open()).isEmpty();
    }

    private void breakTheBotThatDiscordIsAskedThrough() {
        isKnown(BOT, DISCORD, ROOM);
        look(BOT, Health.UP);
        look(DISCORD, Health.UNKNOWN);
        look(ROOM, Health.UNKNOWN);
        look(BOT, Health.DOWN);
        look(BOT, Health.DOWN);
        assertThat(open()).singleElement().satisfies(incident -> {
            assertThat(incident.isBlamedOn(BOT.id())).isTrue();
            assertThat(incident.concerns(DISCORD.id())).isTrue();
        });
    }

    private static Incident toldByPrometheus(Instant at) {
        Cause cause = new Cause(new CheckId("prometheus-1"), "DiskFills", Health.DEGRADED, Said.of("test"));
        return new Incident(UUID.randomUUID(), at, null, Severity.CRITICAL, "prometheus", List.of(cause), List.of());
    }

    @Test
    void closesWhatWasToldFromOutsideWhenNothingWasSaidOfItForLong() {
        closeTheEarlierOne();
        Incidents incidents = context.getBean(Incidents.class);
        incidents.openFromOutside(toldByPrometheus(now), null);
        pass(Duration.ofHours(8));
        incidents.openFromOutside(toldByPrometheus(now), null);
        pass(Duration.ofHours(8));
        assertThat(open()).as("it was said again").hasSize(1);

        pass(Duration.ofHours(2));
        assertThat(open()).isEmpty();
        assertThat(story.getLast()).isEqualTo(Said.of("incident.entry.silent", 9));
    }

    @Test
    void addsWhatIsToldFromOutsideOfACheckToTheIncidentThatItsFailureOpened() {
        closeTheEarlierOne();
        Incidents incidents = context.getBean(Incidents.class);
        look(DISK, Health.DOWN);
        look(DISK, Health.DOWN);
        story.clear();
        incidents.openFromOutside(toldByPrometheus(now), DISK.id());
        incidents.openFromOutside(toldByPrometheus(now), DISK.id());
        assertThat(open()).singleElement().matches(incident -> incident.isBlamedOn(DISK.id()));
        assertThat(story).containsExactly(Said.of("test"));
        assertThat(open().getFirst().severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void opensAnIncidentForWhatLastsLongAfterTheOneThatItHadAddedTo() {
        closeTheEarlierOne();
        Incidents incidents = context.getBean(Incidents.class);
        look(DISK, Health.DOWN);
        look(DISK, Health.DOWN);
        incidents.openFromOutside(toldByPrometheus(now), DISK.id());
        look(DISK, Health.UP);
        look(DISK, Health.UP);
        pass(Duration.ofMinutes(10));
        assertThat(open()).as("it may be about to end").isEmpty();

        pass(Duration.ofMinutes(6));
        assertThat(open()).singleElement().matches(incident -> incident.origin().equals("prometheus"));
    }

    @Test
    void givesWhatWasToldFromOutsideBeforeTheStartItsTimeAnew() {
        closeTheEarlierOne();
        before.clear();
        before.add(toldByPrometheus(now.minus(Duration.ofDays(2))));
        context.publishEvent(new DatabaseArrived());
        pass(Duration.ofSeconds(1));
        pass(Duration.ofHours(8));
        assertThat(open()).hasSize(1);

        pass(Duration.ofHours(2));
        assertThat(open()).isEmpty();
    }

    @Test
    void waitsForTwoRepetitionsOfAlertmanagerAtLeast() throws IOException {
        String settings = Files.readString(Path.of("../monitoring/alertmanager.yml"));
        Matcher hours = Pattern.compile("repeat_interval: (\\d+)h").matcher(settings);
        assertThat(hours.find()).isTrue();
        assertThat(Outside.SILENCE).isGreaterThan(Duration.ofHours(2 * Long.parseLong(hours.group(1))));
    }

    private static class RememberedLog extends IncidentLog {

        private final List<Incident> before;
        private final List<Said> story;

        @SuppressWarnings("NullAway")
        RememberedLog(List<Incident> before, List<Said> story) {
            super(null, null, null);
            this.before = before;
            this.story = story;
        }

        @Override
        List<Incident> stillOpen() {
            return List.copyOf(before);
        }

        @Override
        void save(Incident incident) {}

        @Override
        public void add(UUID incident, IncidentEntry entry) {
            story.add(entry.said());
        }
    }
}
