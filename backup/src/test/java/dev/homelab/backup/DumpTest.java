package dev.homelab.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.backup.encryption.Keyset;
import dev.homelab.backup.store.BackupId;
import dev.homelab.backup.store.Manifest;
import dev.homelab.backup.store.Verification;
import dev.homelab.local.server.ServerAddress;
import dev.homelab.local.server.TestServers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real pg_dump, PostgreSQL and S3. */
class DumpTest {

    private static final TestDatabase TICKETS = TestDatabase.filled();
    private static final TestDatabase STREAMS = TestDatabase.filled();

    @TempDir
    private Path folder;

    private final TestBucket bucket = new TestBucket();

    @Test
    void dumpsEveryDatabaseAndRestoresItToProveIt() throws Exception {
        try (Workshop workshop = open()) {
            BackupId id = workshop.backUp();
            Verification found = workshop.drill(id);

            assertThat(found.problem()).isNull();
            assertThat(workshop.kept(id).isVerified()).isTrue();
            Manifest.Dump dump = workshop.dump(id, "discord_bot");
            assertThat(dump.census().rows())
                    .containsEntry("public.visit", 3000L)
                    .containsEntry("public.person", 20L)
                    .containsEntry("Odd Name.Some \"quoted\" table", 0L);
            assertThat(dump.census().migration()).isEqualTo("2.1");
            assertThat(dump.census().constraints()).isEqualTo(6);
            assertThat(dump.database()).isEqualTo(TICKETS.name());
            byte[] object = bucket.read(dump.key());
            assertThat(object).hasSize((int) dump.bytes());
            assertThat(sha256(object)).isEqualTo(dump.sha256());
            assertThat(TestDatabase.scratchDatabases()).isEmpty();
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void whatIsWrittenDuringTheDumpMakesNoDifference() throws Exception {
        TestDatabase busy = TestDatabase.filled();
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger written = new AtomicInteger();
        Thread writer = Thread.ofVirtual().start(() -> {
            while (!done.get()) {
                busy.execute("INSERT INTO visit (person_id, note) VALUES (1, 'meanwhile')");
                busy.execute("DELETE FROM visit WHERE id = " + written.incrementAndGet());
            }
        });
        try (Workshop workshop = open("--DISCORD_BOT_DB_URL=" + busy.url())) {
            await().until(() -> written.get() > 5);
            int before = written.get();
            BackupId id = workshop.backUp();

            assertThat(written.get()).isGreaterThan(before);
            assertThat(workshop.drill(id).problem()).isNull();
        } finally {
            done.set(true);
            writer.join();
        }
    }

    @Test
    void whatIsEncryptedIsReadWithTheKeyAlone() {
        try (Workshop workshop = open("--BACKUP_ENCRYPTION_KEYSET=" + Keyset.fresh())) {
            BackupId id = workshop.backUp();

            assertThat(workshop.drill(id).problem()).isNull();
            assertThat(workshop.manifest(id).encrypted()).isTrue();
            assertThat(new String(bucket.read(workshop.dump(id, "discord_bot").key()), StandardCharsets.ISO_8859_1))
                    .doesNotContain("PGDMP");
        }
    }

    @Test
    void aRoleThatOnlyReadsAndMakesScratchDatabasesIsEnough() {
        String role = "reader_" + UUID.randomUUID().toString().substring(0, 8);
        TICKETS.execute("CREATE ROLE " + role + " LOGIN CREATEDB PASSWORD 'reader'");
        TICKETS.execute("GRANT pg_read_all_data TO " + role);
        List<TestDatabase> both = List.of(TICKETS, STREAMS);
        both.forEach(one -> one.execute("REVOKE CONNECT ON DATABASE " + one.name() + " FROM PUBLIC"));
        both.forEach(one -> one.execute("GRANT CONNECT ON DATABASE " + one.name() + " TO " + role));

        try (Workshop workshop = open("--BACKUP_DB_USER=" + role, "--BACKUP_DB_PASSWORD=reader")) {
            assertThat(workshop.drill(workshop.backUp()).problem()).isNull();
        }
    }

    @Test
    void theScratchServerMayBeAnother() {
        ServerAddress postgres = TestServers.postgres();

        try (Workshop workshop = open(
                "--BACKUP_SCRATCH_URL=" + postgres.jdbc("template1"),
                "--BACKUP_SCRATCH_USER=" + postgres.user(),
                "--BACKUP_SCRATCH_PASSWORD=" + postgres.password())) {
            assertThat(workshop.drill(workshop.backUp()).problem()).isNull();
        }
    }

    private Workshop open(String... settings) {
        return Workshop.open(Workshop.settings(TICKETS, STREAMS, bucket, folder), settings);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
