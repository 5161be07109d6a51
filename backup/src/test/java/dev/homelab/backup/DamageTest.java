package dev.homelab.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homelab.backup.encryption.Keyset;
import dev.homelab.backup.problem.BackupProblem;
import dev.homelab.backup.store.BackupId;
import dev.homelab.backup.store.Kept;
import dev.homelab.backup.store.Verification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each of these must be found by a drill, and must leave neither files nor databases. */
class DamageTest {

    private static final TestDatabase TICKETS = TestDatabase.filled();
    private static final TestDatabase STREAMS = TestDatabase.filled();

    @TempDir
    private Path folder;

    private final TestBucket bucket = new TestBucket();

    @Test
    void aDumpThatIsCutShort() {
        try (Workshop workshop = open()) {
            BackupId id = workshop.backUp();
            String key = workshop.dump(id, "stream_bot").key();
            byte[] whole = bucket.read(key);
            bucket.write(key, Arrays.copyOf(whole, whole.length * 6 / 10));

            assertProblem(
                    workshop,
                    id,
                    "the dump of stream_bot has %d bytes instead of %d".formatted(whole.length * 6 / 10, whole.length));
        }
    }

    @Test
    void fourFlippedBytes() {
        try (Workshop workshop = open()) {
            BackupId id = workshop.backUp();
            Verification before = workshop.drill(id);
            flip(workshop.dump(id, "discord_bot").key());

            assertProblem(
                    workshop, id, "the dump of discord_bot has changed since it was made: its SHA-256 is another");
            assertThat(workshop.kept(id).isVerified()).isFalse();
            assertThat(workshop.drill(id).verifiedAt()).isEqualTo(before.verifiedAt());
        }
    }

    @Test
    void aDumpThatIsMissing() {
        try (Workshop workshop = open()) {
            BackupId id = workshop.backUp();
            bucket.remove(workshop.dump(id, "stream_bot").key());

            assertProblem(workshop, id, "the dump of stream_bot is missing in S3");
        }
    }

    @Test
    void aKeyThatIsAnother() {
        BackupId id;
        try (Workshop workshop = open("--BACKUP_ENCRYPTION_KEYSET=" + Keyset.fresh())) {
            id = workshop.backUp();
        }
        try (Workshop workshop = open("--BACKUP_ENCRYPTION_KEYSET=" + Keyset.fresh())) {
            assertProblem(
                    workshop,
                    id,
                    "the dump of discord_bot cannot be opened: no key of BACKUP_ENCRYPTION_KEYSET opens it");
        }
        try (Workshop workshop = open()) {
            assertProblem(
                    workshop,
                    id,
                    "the dump of discord_bot cannot be opened: it is encrypted, and BACKUP_ENCRYPTION_KEYSET is not set");
        }
    }

    @Test
    void aDumpThatWasPutInThePlaceOfAnother() {
        try (Workshop workshop = open("--BACKUP_ENCRYPTION_KEYSET=" + Keyset.fresh())) {
            BackupId id = workshop.backUp();
            String manifest = id + "/manifest.json";
            String text = new String(bucket.read(manifest), StandardCharsets.UTF_8);
            bucket.write(
                    manifest,
                    text.replace("\"stream_bot\"", "\"other\"")
                            .replace("\"discord_bot\"", "\"stream_bot\"")
                            .getBytes(StandardCharsets.UTF_8));

            assertProblem(
                    workshop,
                    id,
                    "the dump of stream_bot cannot be opened: no key of BACKUP_ENCRYPTION_KEYSET opens it");
        }
    }

    @Test
    void rowsAndKeysAndMigrationsThatAreNotThere() {
        try (Workshop workshop = open()) {
            BackupId id = workshop.backUp();
            String manifest = id + "/manifest.json";
            String text = new String(bucket.read(manifest), StandardCharsets.UTF_8);
            bucket.write(
                    manifest,
                    text.replace("\"public.visit\":3000", "\"public.visit\":3001")
                            .replace("\"constraints\":6", "\"constraints\":7")
                            .replace("\"migration\":\"2.1\"", "\"migration\":\"3\"")
                            .getBytes(StandardCharsets.UTF_8));

            assertProblem(
                    workshop,
                    id,
                    "the restored discord_bot differs from the original: rows of public.visit: 3000 instead of 3001; "
                            + "constraints: 6 instead of 7; migration: 2.1 instead of 3");
        }
    }

    @Test
    void aManifestThatIsNone() {
        try (Workshop workshop = open()) {
            for (String text : new String[] {"", "null", "{}", "[1]", "{\"format\":1,\"id\":\"../x\"}"}) {
                BackupId id = workshop.backUp();
                bucket.write(id + "/manifest.json", text.getBytes(StandardCharsets.UTF_8));

                assertProblem(workshop, id, "its manifest cannot be read");
                assertThat(workshop.kept(id).problem()).isEqualTo("its manifest cannot be read");
            }
        }
    }

    @Test
    void whatCannotBeToldIsNotHeldAgainstTheBackup() {
        BackupId id;
        try (Workshop workshop = open()) {
            id = workshop.backUp();
            workshop.drill(id);
        }
        try (Workshop workshop = open("--BACKUP_SCRATCH_URL=jdbc:postgresql://localhost:1/postgres")) {
            assertThatThrownBy(() -> workshop.drill(id))
                    .isInstanceOf(BackupProblem.class)
                    .hasMessageStartingWith("the scratch server refuses or does not answer");
            assertThat(workshop.kept(id).isVerified()).isTrue();
        }
        try (Workshop workshop = open("--BACKUP_KEPT_FREE=1000TB")) {
            assertThatThrownBy(() -> workshop.drill(id)).hasMessageContaining("MB are needed; make room");
            assertThat(workshop.kept(id).isVerified()).isTrue();
        }
    }

    @Test
    void whatS3DoesNotHandOutIsNotHeldAgainstTheBackup() {
        try (Workshop workshop = open()) {
            BackupId id = workshop.backUp();
            workshop.drill(id);

            assertThatThrownBy(() -> workshop.drill(new Kept(id, null, null, true)))
                    .isInstanceOf(BackupProblem.class)
                    .hasMessage("S3 does not hand out what is known of the backup " + id);
            workshop.catalogue().refresh();
            assertThat(workshop.kept(id).isVerified()).isTrue();
        }
    }

    private void assertProblem(Workshop workshop, BackupId id, String problem) {
        assertThat(workshop.drill(id).problem()).isEqualTo(problem);
        assertThat(workshop.kept(id).isVerified()).isFalse();
        assertThat(TestDatabase.scratchDatabases()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    private void flip(String key) {
        byte[] bytes = bucket.read(key);
        for (int i = 0; i < 4; i++) {
            bytes[bytes.length / 2 + i] ^= (byte) 0xff;
        }
        bucket.write(key, bytes);
    }

    private Workshop open(String... settings) {
        return Workshop.open(Workshop.settings(TICKETS, STREAMS, bucket, folder), settings);
    }
}
