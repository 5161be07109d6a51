package dev.homelab.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homelab.local.server.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoStartTest {

    @TempDir
    private Path folder;

    @Test
    void namesTheWordThatItDoesNotKnow() {
        assertThatThrownBy(() -> DemoOptions.parse("--chekc"))
                .hasMessage("scripts/demo does not know --chekc; scripts/demo --help says what it takes.");
    }

    @Test
    void namesAPortThatIsNone() {
        assertThatThrownBy(() -> DemoPorts.from(Map.of("S3_PORT", "nine")))
                .hasMessage("S3_PORT is “nine”; set it to a port from 1 to 65535.");
        assertThatThrownBy(() -> DemoPorts.from(Map.of("S3_PORT", "70000"))).hasMessageContaining("S3_PORT");
    }

    @Test
    void namesTwoVariablesThatShareAPort() {
        assertThatThrownBy(() -> DemoPorts.from(Map.of("REDIS_PORT", "8080")))
                .hasMessage("DASHBOARD_PORT and REDIS_PORT are both 8080; give each a port of its own.");
    }

    @Test
    void namesThePortThatIsInUseAndTheVariableThatMovesIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            DemoPorts ports = allFreeBut("POSTGRES_PORT", taken.getLocalPort());

            assertThatThrownBy(ports::requireFree)
                    .hasMessage("Port " + taken.getLocalPort()
                            + " is in use; end what uses it, or set POSTGRES_PORT to another port.");
        }
    }

    @Test
    void runsOnceInAFolder() {
        try (DemoFolder first = DemoFolder.open(folder, false)) {
            assertThat(first.logs()).isDirectory();
            assertThatThrownBy(() -> DemoFolder.open(folder, false))
                    .hasMessageStartingWith("Another demo runs from this folder");
        }
        DemoFolder.open(folder, false).close();
    }

    @Test
    void forgetsEarlierDataWhenAsked() throws IOException {
        Files.createDirectories(folder.resolve("postgres/base"));
        Files.writeString(folder.resolve("discord.json"), "{}");
        Files.writeString(folder.resolve("platforms.json"), "{}");

        DemoFolder.open(folder, true).close();

        assertThat(folder.resolve("postgres")).doesNotExist();
        assertThat(folder.resolve("discord.json")).doesNotExist();
        assertThat(folder.resolve("platforms.json")).doesNotExist();
    }

    @Test
    void keepsItsSecretsForTheNextStartAndForItsOwnerAlone() throws IOException {
        Path file = folder.resolve("secrets.properties");
        String password = DemoSecrets.in(file).adminPassword();

        assertThat(DemoSecrets.in(file).adminPassword()).isEqualTo(password).hasSizeGreaterThanOrEqualTo(16);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void endsWhatAKilledDemoLeftRunningAndNothingElse() throws Exception {
        Process left = new ProcessBuilder("sleep", "300").start();
        Process stranger = new ProcessBuilder("sleep", "300").start();
        Path list = folder.resolve("processes");
        Instant start = left.info().startInstant().orElseThrow();
        Files.writeString(list, left.pid() + " " + start + "\n" + stranger.pid() + " " + start.minusSeconds(60) + "\n");

        new Leftovers(list).end();

        assertThat(left.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(stranger.isAlive()).isTrue();
        assertThat(list).doesNotExist();
        stranger.destroy();
    }

    private static DemoPorts allFreeBut(String variable, int port) {
        Map<String, String> environment = new HashMap<>();
        DemoPorts.from(Map.of())
                .byVariable()
                .keySet()
                .forEach(name -> environment.put(name, Integer.toString(Ports.free())));
        environment.put(variable, Integer.toString(port));
        return DemoPorts.from(environment);
    }
}
