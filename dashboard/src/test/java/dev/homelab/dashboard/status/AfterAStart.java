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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What is judged after a start, with one incident that was open before it. */
abstract class AfterAStart {

    static final Definition DISK = definition("disk");
    static final Definition LINKS = definition("links-twitch");

    static final Definition BOT = definition("discord-bot");
    static final Definition DATABASE = definition("postgresql");
    static final Definition DISCORD = definition("discord", BOT.id());
    static final Definition ROOM = definition("discord-room", BOT.id());

    final Incident earlier = new Incident(
            UUID.randomUUID(),
            Instant.EPOCH,
            null,
            Severity.WARNING,
            "",
            List.of(new Cause(LINKS.id(), "Links", Health.DEGRADED, Said.of("links.dead"))),
            List.of());
    final List<Incident> before = new ArrayList<>(List.of(earlier));
    final List<Said> story = new ArrayList<>();
    final List<Definition> definitions = new ArrayList<>(List.of(DISK));
    final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    Instant now = Instant.parse("2026-11-27T12:00:00Z");

    static Definition definition(String id, CheckId... needs) {
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

    void pass(Duration time) {
        now = now.plus(time);
        context.getBean(Incidents.class).judgeAnew();
    }

    void look(Definition definition, Health health) {
        Look look = new Look(definition.id(), new Finding(health, Said.of("test")), now, Duration.ZERO);
        context.getBean(Board.class).looked(definition, look);
        pass(Duration.ofSeconds(1));
    }

    /** Looks until it is believed. */
    void believe(Definition definition, Health health) {
        look(definition, health);
        look(definition, health);
    }

    void isKnown(Definition... known) {
        definitions.clear();
        definitions.addAll(List.of(known));
        context.getBean(Catalogue.class).reload();
    }

    List<Incident> open() {
        return context.getBean(Incidents.class).open();
    }

    void closeTheEarlierOne() {
        pass(Duration.ofSeconds(60));
        assertThat(open()).isEmpty();
    }

    private static class RememberedLog extends IncidentLog {

        final List<Incident> before;
        final List<Said> story;

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
