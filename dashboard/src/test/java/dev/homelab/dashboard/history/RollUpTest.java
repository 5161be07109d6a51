package dev.homelab.dashboard.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.dashboard.check.CheckId;
import dev.homelab.local.server.TestServers;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Looks of one check, a minute after the other, in a database of their own. */
class RollUpTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final CheckId SITE = new CheckId("site");

    private JdbcClient database;
    private Tallies tallies;

    @BeforeEach
    void migrate() {
        var source = new DriverManagerDataSource(
                TestServers.freshDatabase(),
                TestServers.postgres().user(),
                TestServers.postgres().password());
        Flyway.configure().dataSource(source).load().migrate();
        database = JdbcClient.create(source);
        database.sql("UPDATE rolled_up SET until = :noon")
                .param("noon", Timestamp.from(NOON))
                .update();
        database.sql("INSERT INTO watched (slug) VALUES ('site')").update();
        tallies = new Tallies(database);
    }

    private void look(Instant at, String health, int covers) {
        database.sql("SELECT look_partition((:at::timestamptz AT TIME ZONE 'UTC')::date)")
                .param("at", Timestamp.from(at))
                .query()
                .listOfRows();
        database.sql("INSERT INTO look SELECT id, :at, :health, :covers, 20 FROM watched")
                .param("at", Timestamp.from(at))
                .param("health", health)
                .param("covers", covers)
                .update();
    }

    private void addUp(Instant now) {
        new RollUp(database, Clock.fixed(now, ZoneOffset.UTC)).run();
    }

    private Tally only(Grain grain) {
        List<Tally> all = tallies.of(SITE, grain, NOON.minus(Duration.ofDays(2)));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    void addsUpTheSameHoweverOftenItRuns() {
        look(NOON.plusSeconds(10), "up", 10_000);
        look(NOON.plusSeconds(20), "down", 10_000);
        look(NOON.plusSeconds(30), "unknown", 10_000);
        look(NOON.plusSeconds(35), "paused", 5_000);
        addUp(NOON.plusSeconds(40));
        addUp(NOON.plusSeconds(40));

        for (Grain grain : Grain.values()) {
            Tally tally = only(grain);
            assertThat(List.of(tally.up(), tally.down(), tally.unknown(), tally.looks(), tally.tookMillis()))
                    .as(grain.name())
                    .isEqualTo(List.of(10_000L, 10_000L, 10_000L, 2L, 40L));
            assertThat(tally.uptime().orElseThrow()).isEqualTo(0.5);
        }
    }

    @Test
    void addsWhatComesLaterToTheSamePieces() {
        look(NOON.plusSeconds(10), "up", 10_000);
        addUp(NOON.plusSeconds(40));
        look(NOON.plusSeconds(50), "down", 40_000);
        addUp(NOON.plusSeconds(70));

        assertThat(only(Grain.MINUTE).down()).isEqualTo(40_000);
        assertThat(only(Grain.DAY).down()).isEqualTo(40_000);
    }

    @Test
    void keepsLooksForTwoDaysMinutesForTwoWeeksAndDaysForEver() {
        look(NOON.plusSeconds(10), "up", 10_000);
        addUp(NOON.plusSeconds(40));

        addUp(NOON.plus(Duration.ofDays(15)));

        assertThat(database.sql("SELECT count(*) FROM look").query(Long.class).single())
                .isZero();
        assertThat(database.sql("SELECT count(*) FROM look_minute")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(database.sql("SELECT count(*) FROM look_hour")
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(only(Grain.DAY).up()).isEqualTo(10_000);
    }
}
