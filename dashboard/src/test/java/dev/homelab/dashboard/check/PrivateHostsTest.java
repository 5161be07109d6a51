package dev.homelab.dashboard.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateHostsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://192.168.1.10/",
                "http://10.0.0.1:8080/",
                "http://172.20.0.3/",
                "http://127.0.0.1/",
                "http://169.254.169.254/",
                "http://100.64.1.1/",
                "http://[::1]/",
                "http://[fd00::53]/",
                "http://[fe80::1]/",
                "http://nas/",
                "http://nas.lan./",
                "http://NAS.local/",
                "http://wiki.home.arpa/",
                "http://localhost/"
            })
    void keepsPrivateHostsFromThePublicPage(String url) {
        assertThat(PrivateHosts.areNamedIn(http(url))).isTrue();
        assertThatThrownBy(() -> PrivateHosts.refuseOpen(check(http(url), true), true))
                .isInstanceOf(InvalidCheck.class);
        assertThatCode(() -> PrivateHosts.refuseOpen(check(http(url), false), true))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://8.8.8.8/", "http://172.32.0.1/", "http://100.128.0.1/", "http://[2001:db8::1]/"})
    void letsOthersBeSeen(String url) {
        assertThat(PrivateHosts.areNamedIn(http(url))).isFalse();
        assertThatCode(() -> PrivateHosts.refuseOpen(check(http(url), true), true))
                .doesNotThrowAnyException();
    }

    @Test
    void knowsThemInEveryKindThatNamesAHost() {
        assertThat(PrivateHosts.areNamedIn(new Target.Tcp("10.1.2.3", 22))).isTrue();
        assertThat(PrivateHosts.areNamedIn(new Target.Redis("10.1.2.3", 6379, "")))
                .isTrue();
        assertThat(PrivateHosts.areNamedIn(new Target.Postgres("10.1.2.3", 5432, "db", "me", "")))
                .isTrue();
        assertThat(PrivateHosts.areNamedIn(new Target.S3(URI.create("http://minio:9000"), "files", "", "")))
                .isTrue();
        assertThat(PrivateHosts.areNamedIn(new Target.Push(Duration.ofHours(1), Duration.ZERO)))
                .isFalse();
    }

    private static Target.Http http(String url) {
        return Target.Http.of(URI.create(url));
    }

    private static Definition check(Target target, boolean open) {
        return new Definition(
                new CheckId("seen"),
                "Seen",
                "more",
                target,
                Pace.of(Duration.ofSeconds(10), Duration.ofSeconds(1)),
                Set.of(),
                Severity.WARNING,
                open,
                Owner.PAGE);
    }
}
