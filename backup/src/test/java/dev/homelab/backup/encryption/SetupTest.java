package dev.homelab.backup.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.common.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code scripts/setup} draws without a JDK. */
class SetupTest {

    @TempDir
    private Path deployment;

    @Test
    void drawsAKeysetForBackupsOnceAndPrintsItNever() throws Exception {
        Files.createDirectory(deployment.resolve("scripts"));
        Files.copy(Path.of("../scripts/setup"), deployment.resolve("scripts/setup"));

        String said = setUp();
        String drawn = Files.readString(deployment.resolve("secrets/BACKUP_ENCRYPTION_KEYSET"));
        said += setUp();

        DumpCipher cipher = new DumpCipher(new Keyset(Secret.of(drawn)));
        Path plain = Files.writeString(deployment.resolve("plain"), "a dump");
        cipher.encrypt(plain, deployment.resolve("sealed"), "here");
        cipher.decrypt(deployment.resolve("sealed"), deployment.resolve("opened"), "here");
        assertThat(deployment.resolve("opened")).hasContent("a dump");
        assertThat(deployment.resolve("secrets/BACKUP_ENCRYPTION_KEYSET")).hasContent(drawn);
        assertThat(said).contains("BACKUP_ENCRYPTION_KEYSET is drawn").doesNotContain(drawn.substring(100, 140));
    }

    private String setUp() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "bash", deployment.resolve("scripts/setup").toString(), "--non-interactive")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
