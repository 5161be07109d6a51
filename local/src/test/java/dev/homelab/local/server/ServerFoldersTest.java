package dev.homelab.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerFoldersTest {

    private static final long NOBODY = 4_194_305; // beyond what Linux gives to a process

    private @TempDir Path parent;

    private Path folder(String name) throws IOException {
        Path folder = Files.createDirectories(parent.resolve(name));
        Files.writeString(folder.resolve("data"), "kept");
        return folder;
    }

    @Test
    void removesOldFoldersOfProcessesThatAreGoneAndNothingElse() throws IOException {
        Path left = folder("homelab-servers-" + NOBODY + "-1");
        Path ours = folder("homelab-servers-" + ProcessHandle.current().pid() + "-1");
        Path tooLong = folder("homelab-servers-1-99999999999999999999");
        Path others = folder("homelab-servers");
        Instant now = Clock.systemUTC().instant();

        ServerFolders.sweep(parent, now);
        assertThat(left).as("its servers may be about to remove it").exists();

        ServerFolders.sweep(parent, now.plus(Duration.ofHours(2)));
        assertThat(left).doesNotExist();
        assertThat(ours.resolve("data")).exists();
        assertThat(tooLong.resolve("data")).exists();
        assertThat(others.resolve("data")).exists();
    }
}
