package dev.homelab.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What cannot work stops the start with one sentence. */
@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    private static final TestDatabase DATABASE = TestDatabase.filled();

    @TempDir
    private Path folder;

    @Test
    void aPgDumpThatIsOlderThanAServer(CapturedOutput output) {
        start(FakeTools.ofVersion(folder, "9.6.24"));

        assertThat(sentences(output))
                .singleElement()
                .asString()
                .startsWith("Cannot start: BACKUP_PG_BIN is too old: the database discord_bot is on PostgreSQL ")
                .contains("and the pg_dump in " + folder + " is only of version 9.6.24; install postgresql-client-");
    }

    @Test
    void aFolderWithoutPgDump(CapturedOutput output) {
        start("--BACKUP_PG_BIN=" + folder);

        assertThat(sentences(output))
                .containsExactly("Cannot start: BACKUP_PG_BIN has no pg_dump and pg_restore that run; "
                        + "name the folder that has them.");
    }

    @Test
    void aKeysetThatIsNoneIsNotShown(CapturedOutput output) {
        start("--BACKUP_ENCRYPTION_KEYSET=a-secret-that-is-no-keyset");

        assertThat(sentences(output))
                .containsExactly("Cannot start: BACKUP_ENCRYPTION_KEYSET is not a Tink keyset of streaming AEAD keys; "
                        + "generate one with: java -jar backup.jar new-keyset.");
        assertThat(output.getAll()).doesNotContain("a-secret-that-is-no-keyset");
    }

    @Test
    void noS3Server(CapturedOutput output) {
        start("--MINIO_ROOT_PASSWORD=");

        assertThat(sentences(output))
                .containsExactly("Cannot start: MINIO_ROOT_USER or MINIO_ROOT_PASSWORD is missing; "
                        + "backups need an S3 server, so set both.");
    }

    @Test
    void anAddressWithAPasswordInIt(CapturedOutput output) {
        start("--STREAM_BOT_DB_URL=jdbc:postgresql://db/stream_bot?user=x&password=hunter2");

        assertThat(sentences(output))
                .singleElement()
                .asString()
                .startsWith("Cannot start: The address of the database stream_bot is not of the form");
        assertThat(output.getAll()).doesNotContain("hunter2");
    }

    private void start(String setting) {
        List<String> settings = Workshop.settings(DATABASE, DATABASE, new TestBucket(), folder);

        assertThat(catchThrowable(() -> new SpringApplicationBuilder(BackupApplication.class)
                        .run(Workshop.merged(settings, "--BACKUP_PORT=0", setting))))
                .isNotNull();
    }

    private static List<String> sentences(CapturedOutput output) {
        return output.getAll()
                .lines()
                .filter(line -> line.contains("Cannot start"))
                .map(line -> line.substring(line.indexOf("Cannot start")))
                .toList();
    }
}
