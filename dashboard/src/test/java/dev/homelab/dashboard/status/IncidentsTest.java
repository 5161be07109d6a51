package dev.homelab.dashboard.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.dashboard.check.Health;
import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.ledger.DatabaseArrived;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How incidents of our own checks go on and end. */
class IncidentsTest extends AfterAStart {

    @Test
    void goesOnWithAnIncidentWhoseCheckIsKnownLater() {
        look(DISK, Health.UP);
        assertThat(open()).containsExactly(earlier);

        isKnown(DISK, LINKS);
        look(LINKS, Health.DEGRADED);
        assertThat(open()).containsExactly(earlier);

        believe(LINKS, Health.UP);
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
    void endsAtOnceWhatIsOverWhenTheDatabaseComesLate() {
        closeTheEarlierOne();
        isKnown(DISK, LINKS);
        believe(LINKS, Health.UP);

        context.publishEvent(new DatabaseArrived());

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

        believe(BOT, Health.UP);
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
        believe(BOT, Health.UP);
        pass(Duration.ofSeconds(50));

        believe(BOT, Health.DOWN);
        believe(BOT, Health.UP);
        pass(Duration.ofSeconds(50));
        assertThat(open()).hasSize(1);
    }

    private void breakTheBotThatDiscordIsAskedThrough() {
        isKnown(BOT, DISCORD, ROOM);
        look(BOT, Health.UP);
        look(DISCORD, Health.UNKNOWN);
        look(ROOM, Health.UNKNOWN);
        believe(BOT, Health.DOWN);
        assertThat(open()).singleElement().satisfies(incident -> {
            assertThat(incident.isBlamedOn(BOT.id())).isTrue();
            assertThat(incident.concerns(DISCORD.id())).isTrue();
        });
    }
}
