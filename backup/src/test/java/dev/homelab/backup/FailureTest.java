package dev.homelab.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homelab.backup.problem.BackupProblem;
import dev.homelab.backup.store.BackupId;
import dev.homelab.local.server.Gate;
import dev.homelab.local.server.ServerAddress;
import dev.homelab.local.server.TestServers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup that cannot be made whole is none, and says why. */
class FailureTest {

    private static final String ROLE = "keeper_" + ProcessHandle.current().pid();
    private static final String SECRET = "hunter2-and-more";
    private static final TestDatabase TICKETS = TestDatabase.filled();
    private static final TestDatabase STREAMS = TestDatabase.filled();

    @TempDir
    private Path folder;

    @TempDir
    private Path tools;

    private final TestBucket bucket = new TestBucket();

    @Test
    void whatPgDumpEndsWithCounts() {
        String script = "real \"$@\"; echo 'the cable is out, password is '$PGPASSWORD >&2; exit 3";

        TICKETS.execute("CREATE ROLE " + ROLE + " LOGIN SUPERUSER PASSWORD '" + SECRET + "'");

        assertFails(
                "pg_dump ended with exit code 3: the cable is out, password is ***",
                dump(script),
                "--BACKUP_DB_USER=" + ROLE,
                "--BACKUP_DB_PASSWORD=" + SECRET);
    }

    @Test
    void aFullDiskIsNoBackup() {
        String script = "ln -s /dev/full \"$(file \"$@\")\"; real \"$@\"";

        assertFails("No space left on device", dump(script));
    }

    @Test
    void aDumpThatIsCutShortIsSeenThoughPgDumpEndsWell() {
        assertFails("pg_restore ended with exit code 1", dump("real \"$@\"; truncate -s 2000 \"$(file \"$@\")\""));
    }

    @Test
    void anEmptyFileIsNoDump() {
        assertFails("pg_restore ended with exit code 1", dump(": > \"$(file \"$@\")\""));
    }

    @Test
    void aPgDumpThatHangsIsEnded() {
        assertFails("pg_dump did not end within 0 minutes", dump("exec sleep 60"), "--BACKUP_LONGEST=300ms");
    }

    @Test
    void aPgDumpThatIsOlderThanTheServerIsNamed() {
        assertFails("the pg_dump in " + tools + " is only of version 9.6.24", FakeTools.ofVersion(tools, "9.6.24"));
    }

    @Test
    void aDatabaseThatIsMissingIsNamed() {
        assertFails(
                "the database dashboard cannot be used: FATAL: database \"nowhere\" does not exist",
                "--DASHBOARD_DB_URL=" + TestServers.postgres().jdbc("nowhere"));
    }

    @Test
    void aDatabaseWithoutTablesIsNotBackedUp() {
        assertFails("the database dashboard has no tables", "--DASHBOARD_DB_URL=" + TestServers.freshDatabase());
    }

    @Test
    void roomOnTheDiskIsLookedForFirst() {
        assertFails("MB are needed; make room, or lower BACKUP_KEPT_FREE", "--BACKUP_KEPT_FREE=1000TB");
    }

    @Test
    void anS3ServerThatGoesAwayInTheMiddleLeavesNoBackup() {
        TestDatabase large = TestDatabase.filled();
        large.execute("CREATE TABLE bulk AS SELECT md5(random()::text) AS v FROM generate_series(1, 30000)");
        try (Gate gate = new Gate(TestServers.s3());
                Workshop workshop =
                        open("--MINIO_ENDPOINT=" + gate.address().http(), "--DISCORD_BOT_DB_URL=" + large.url())) {
            workshop.catalogue().refresh();
            gate.shutAfter(200_000);

            assertThatThrownBy(workshop::backUp)
                    .isInstanceOf(BackupProblem.class)
                    .hasMessageStartingWith("the S3 server refuses or does not answer");

            assertThat(folder).isEmptyDirectory();
            gate.open();
            BackupId next = workshop.backUp();
            assertThat(workshop.catalogue().backups())
                    .singleElement()
                    .matches(kept -> kept.id().equals(next));
            assertThat(workshop.drill(next).problem()).isNull();
        }
    }

    @Test
    void whatAKilledWorkerLeftIsRemoved() throws IOException {
        bucket.write("2026-11-01T03-30-00Z/discord_bot.dump", "half".getBytes(StandardCharsets.UTF_8));
        bucket.write("somebody-else/file", "whole".getBytes(StandardCharsets.UTF_8));
        Path left = Files.createDirectories(folder.resolve("run-17"));
        Files.writeString(left.resolve("discord_bot.dump"), "half");
        String scratch = "homelab_drill_left_" + UUID.randomUUID().toString().substring(0, 8);
        TICKETS.execute("CREATE DATABASE " + scratch);
        try (Workshop workshop = open()) {
            workshop.catalogue().refresh();
            assertThat(workshop.catalogue().backups()).isEmpty();

            workshop.later(Duration.ofDays(2));
            BackupId id = workshop.backUp();
            workshop.drill(id);

            assertThat(bucket.keys())
                    .containsExactlyInAnyOrder(
                            id + "/discord_bot.dump",
                            id + "/stream_bot.dump",
                            id + "/manifest.json",
                            id + "/verification.json",
                            "somebody-else/file");
            assertThat(TestDatabase.scratchDatabases()).isEmpty();
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void whatAnotherWorkerIsAtIsLeftAlone() throws SQLException {
        String scratch = "homelab_drill_busy_" + UUID.randomUUID().toString().substring(0, 8);
        TICKETS.execute("CREATE DATABASE " + scratch);
        ServerAddress postgres = TestServers.postgres();
        try (Workshop workshop = open();
                Connection _ =
                        DriverManager.getConnection(postgres.jdbc(scratch), postgres.user(), postgres.password())) {
            workshop.later(Duration.ofHours(20));
            BackupId soon = workshop.catalogue().freeId(workshop.now().plusSeconds(2));
            bucket.write(soon + "/discord_bot.dump", "half".getBytes(StandardCharsets.UTF_8));

            BackupId id = workshop.backUp();

            assertThat(id).isGreaterThan(soon);
            assertThat(workshop.drill(id).problem()).isNull();
            assertThat(bucket.keys()).contains(soon + "/discord_bot.dump");
            assertThat(TestDatabase.scratchDatabases()).contains(scratch);
        } finally {
            TICKETS.execute("DROP DATABASE " + scratch + " WITH (FORCE)");
        }
    }

    private void assertFails(String sentence, String... settings) {
        try (Workshop workshop = open(settings)) {
            assertThatThrownBy(workshop::backUp)
                    .isInstanceOf(BackupProblem.class)
                    .hasMessageContaining(sentence)
                    .hasMessageNotContaining(SECRET);
            workshop.catalogue().refresh();
            assertThat(workshop.catalogue().backups()).isEmpty();
            assertThat(bucket.keys()).noneMatch(key -> key.endsWith("manifest.json"));
            assertThat(folder).isEmptyDirectory();
        }
    }

    private String dump(String script) {
        return FakeTools.withDump(tools, script);
    }

    private Workshop open(String... settings) {
        return Workshop.open(Workshop.settings(TICKETS, STREAMS, bucket, folder), settings);
    }
}
