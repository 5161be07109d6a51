package dev.homelab.dashboard.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.dashboard.check.Catalogue;
import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Health;
import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.check.Severity;
import dev.homelab.dashboard.ledger.DatabaseArrived;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What becomes of alerts that Alertmanager tells. */
class AlertsFromOutsideTest extends AfterAStart {

    private static Incident toldByPrometheus(Instant at) {
        Cause cause = new Cause(new CheckId("prometheus-1"), "DiskFills", Health.DEGRADED, Said.of("test"));
        return new Incident(UUID.randomUUID(), at, null, Severity.CRITICAL, "prometheus", List.of(cause), List.of());
    }

    private Incidents toldOfTheDiskThatIsUpAgain() {
        closeTheEarlierOne();
        Incidents incidents = context.getBean(Incidents.class);
        believe(DISK, Health.DOWN);
        incidents.openFromOutside(toldByPrometheus(now), DISK.id());
        believe(DISK, Health.UP);
        return incidents;
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
        believe(DISK, Health.DOWN);
        story.clear();
        incidents.openFromOutside(toldByPrometheus(now), DISK.id());
        incidents.openFromOutside(toldByPrometheus(now), DISK.id());
        assertThat(open()).singleElement().matches(incident -> incident.isBlamedOn(DISK.id()));
        assertThat(story).containsExactly(Said.of("test"));
        assertThat(open().getFirst().severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void opensOneIncidentForAnAlertThatIsToldAgainAfterTheOneThatItHadAddedTo() {
        Incidents incidents = toldOfTheDiskThatIsUpAgain();
        pass(Duration.ofMinutes(5));
        incidents.openFromOutside(toldByPrometheus(now), DISK.id());
        pass(Duration.ofMinutes(20));
        assertThat(open()).hasSize(1);

        incidents.closeFromOutside("prometheus", new CheckId("prometheus-1"));
        assertThat(open()).isEmpty();
    }

    @Test
    void tellsOfNoAlertApartThatHadAddedToAnIncidentWhichWasMerged() {
        isKnown(DISK, DISCORD, BOT);
        closeTheEarlierOne();
        Incidents incidents = context.getBean(Incidents.class);
        believe(DISK, Health.DOWN);
        believe(BOT, Health.DOWN);
        assertThat(open()).hasSize(2);
        incidents.openFromOutside(toldByPrometheus(now), BOT.id());

        definitions.clear();
        definitions.addAll(
                List.of(DATABASE, definition("disk", DATABASE.id()), definition("discord-bot", DATABASE.id())));
        context.getBean(Catalogue.class).reload();
        believe(DATABASE, Health.DOWN);
        assertThat(open()).hasSize(1);

        pass(Duration.ofMinutes(20));
        assertThat(open()).hasSize(1);
    }

    @Test
    void opensAnIncidentForWhatLastsLongAfterTheOneThatItHadAddedTo() {
        toldOfTheDiskThatIsUpAgain();
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
}
