package dev.homelab.dashboard.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.dashboard.check.Finding;
import dev.homelab.dashboard.check.Part;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeadlineTest {

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);
    private final List<Object> events = new ArrayList<>();
    private final Board board = new Board(clock, events::add);

    @Test
    void saysThatEverythingIsUp() {
        board.update(findings(Set.of()));

        assertThat(board.headline()).isEqualTo(new Headline(Health.UP, "Everything is up."));
    }

    @Test
    void namesTheOneCauseAndWhatItAffects() {
        board.update(findings(Set.of(Part.POSTGRESQL, Part.DISCORD_BOT, Part.DISCORD, Part.STREAM_BOT)));

        assertThat(board.headline().sentence())
                .isEqualTo("Down: PostgreSQL. Affected by it: discord-bot, Discord, stream-bot.");
    }

    @Test
    void doesNotBlameAPartThatIsUp() {
        board.update(findings(Set.of(Part.DISCORD)));

        assertThat(board.headline().sentence()).isEqualTo("Down: Discord.");
    }

    @Test
    void isHonestAboutWhatNobodyHasLookedAt() {
        assertThat(board.headline().worst()).isEqualTo(Health.UNKNOWN);
    }

    @Test
    void tellsOfAChangeOnce() {
        board.update(findings(Set.of()));
        events.clear();

        board.update(findings(Set.of(Part.REDIS)));
        board.update(findings(Set.of(Part.REDIS)));

        assertThat(events)
                .singleElement()
                .isEqualTo(new PartChanged(new PartStatus(Part.REDIS, Health.DOWN, "broken", clock.instant())));
    }

    private static List<Finding> findings(Set<Part> down) {
        return Arrays.stream(Part.values())
                .map(part -> down.contains(part) ? Finding.down(part, "broken") : Finding.up(part, "fine"))
                .toList();
    }
}
