package dev.homelab.dashboard.check.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homelab.common.startup.InvalidSetting;
import dev.homelab.dashboard.check.CheckSettings;
import dev.homelab.dashboard.check.Health;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProxyTest {

    private static final Duration AT_MOST = Duration.ofSeconds(2);

    @Test
    void isUpWhileItTakesConnections() throws Exception {
        OwnPart proxy;
        try (ServerSocket caddy = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            proxy = new Services().proxy(settings("127.0.0.1:" + caddy.getLocalPort()), Clock.systemUTC());
            assertThat(proxy.ask("", AT_MOST).health()).isEqualTo(Health.UP);
        }
        assertThatThrownBy(() -> proxy.ask("", AT_MOST)).isInstanceOf(IOException.class);
    }

    @Test
    void isLeftItsTimeToStart() throws Exception {
        OwnPart proxy = new Services().proxy(settings("nobody.invalid:443"), Clock.systemUTC());
        assertThat(proxy.ask("", AT_MOST).health()).isEqualTo(Health.UNKNOWN);
    }

    @Test
    void isNamedAsHostAndPort() {
        assertThatThrownBy(() -> settings("caddy:99999")).isInstanceOf(InvalidSetting.class);
        assertThatThrownBy(() -> settings("https://caddy"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("CHECK_PROXY is not of the form host:port");
    }

    private static CheckSettings settings(String proxy) {
        return new CheckSettings(Duration.ofSeconds(3), "", proxy, "");
    }
}
