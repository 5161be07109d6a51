package dev.homelab.dashboard.check.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homelab.dashboard.check.Finding;
import dev.homelab.dashboard.check.Health;
import dev.homelab.dashboard.check.InvalidCheck;
import dev.homelab.dashboard.check.Reason;
import dev.homelab.dashboard.check.Target;
import dev.homelab.local.server.ServerAddress;
import dev.homelab.local.server.TestServers;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** What is asked over the wire, of stand-ins that answer well and badly. */
class ProbersTest {

    private static final Duration ENOUGH = Duration.ofSeconds(10);

    @Test
    void findsAPortThatAcceptsConnectionsAndOneThatDoesNot() throws IOException {
        int port;
        try (ServerSocket open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = open.getLocalPort();
            Finding found = new TcpProber().ask(new Target.Tcp("localhost", port), ENOUGH);
            assertThat(found).isEqualTo(Finding.up("tcp.up", port));
        }
        assertThatThrownBy(() -> new TcpProber().ask(new Target.Tcp("localhost", port), ENOUGH))
                .isInstanceOf(ConnectException.class);
        assertThatThrownBy(() -> new TcpProber().ask(new Target.Tcp("nowhere.invalid", port), ENOUGH))
                .satisfies(failure -> assertThat(Reason.of(failure).key()).isEqualTo("failed.unknown-host"));
    }

    @Test
    void asksADnsServerOfItsOwnForBothKindsOfAddresses() throws IOException {
        try (NameServer names = new NameServer()) {
            DnsProber prober = new DnsProber();
            assertThat(prober.ask(names.asked("home.example", ""), ENOUGH))
                    .isEqualTo(Finding.up("dns.up", "192.0.2.7, 2001:db8:0:0:0:0:0:7"));
            assertThat(prober.ask(names.asked("home.example", "192.0.2.7"), ENOUGH)
                            .health())
                    .isEqualTo(Health.UP);
            assertThat(prober.ask(names.asked("home.example", "192.0.2.8"), ENOUGH))
                    .isEqualTo(Finding.down("dns.other", "192.0.2.8", "192.0.2.7, 2001:db8:0:0:0:0:0:7"));
            assertThat(prober.ask(names.asked("unknown.example", ""), ENOUGH))
                    .isEqualTo(Finding.down("dns.none", "unknown.example"));
            assertThat(prober.ask(names.asked("refused.example", ""), ENOUGH))
                    .isEqualTo(Finding.down("dns.refused", "REFUSED"));
            assertThatThrownBy(() -> prober.ask(names.asked("silent.example", ""), Duration.ofMillis(400)))
                    .satisfies(failure -> assertThat(Reason.of(failure).key()).isEqualTo("failed.slow"));
        }
    }

    @Test
    void putsAnObjectAndTakesItBack() throws IOException, MinioException {
        ServerAddress s3 = TestServers.s3();
        MockEnvironment settings = new MockEnvironment()
                .withProperty("CHECK_S3_USER", s3.user())
                .withProperty("CHECK_S3_PASSWORD", s3.password())
                .withProperty("CHECK_GUESSED", "guessed");
        S3Prober prober = new S3Prober(new NamedSecrets(settings));
        URI address = URI.create(s3.http());

        assertThat(prober.ask(new Target.S3(address, "probed", "CHECK_S3_USER", "CHECK_S3_PASSWORD"), ENOUGH))
                .isEqualTo(Finding.up("s3.up"));
        assertThatThrownBy(() -> prober.ask(new Target.S3(address, "probed", "CHECK_S3_USER", "CHECK_GUESSED"), ENOUGH))
                .isInstanceOf(MinioException.class);
        assertThatThrownBy(() ->
                        prober.ask(new Target.S3(address, "probed", "CHECK_NOWHERE", "CHECK_S3_PASSWORD"), ENOUGH))
                .isInstanceOf(InvalidCheck.class);
    }

    @Test
    void takesTheNameOfADatabaseForNothingElse() throws SQLException {
        ServerAddress postgres = TestServers.postgres();
        PostgresProber prober = new PostgresProber(
                new NamedSecrets(new MockEnvironment().withProperty("CHECK_POSTGRES", postgres.password())));

        assertThat(prober.ask(database(postgres, "postgres"), ENOUGH).health()).isEqualTo(Health.UP);
        assertThatThrownBy(() -> prober.ask(database(postgres, "postgres?ApplicationName=other"), ENOUGH))
                .hasMessageContaining("postgres?ApplicationName=other");
    }

    private static Target.Postgres database(ServerAddress postgres, String name) {
        return new Target.Postgres("localhost", postgres.port(), name, postgres.user(), "CHECK_POSTGRES");
    }

    @Test
    void readsNoSettingThatIsNotMadeForChecks() {
        NamedSecrets secrets = new NamedSecrets(new MockEnvironment()
                .withProperty("ADMIN_PASSWORD", "ours")
                .withProperty("CHECKS_FILE", "ours")
                .withProperty("spring.datasource.password", "ours")
                .withProperty("CHECK_SHOP", "theirs"));

        assertThat(secrets.named("CHECK_SHOP").reveal()).isEqualTo("theirs");
        assertThat(secrets.named("").isMissing()).isTrue();
        for (String other : List.of("ADMIN_PASSWORD", "CHECKS_FILE", "spring.datasource.password", "check_shop")) {
            assertThatThrownBy(() -> secrets.named(other)).isInstanceOf(InvalidCheck.class);
        }
    }
}
