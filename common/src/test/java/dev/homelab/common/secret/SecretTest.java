package dev.homelab.common.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecretTest {

    private record Holder(Secret secret) {}

    @Test
    void printsAsStars() {
        Secret secret = Secret.of("hunter2");

        assertThat(List.of(
                        secret.toString(),
                        new Holder(secret).toString(),
                        List.of(secret).toString()))
                .allSatisfy(text -> assertThat(text).contains("***").doesNotContain("hunter2"));
    }

    @Test
    void comparesWithoutGivingItselfAway() {
        assertThat(Secret.of("hunter2").matches("hunter2")).isTrue();
        assertThat(Secret.of("hunter2").matches("hunter3")).isFalse();
    }

    @Test
    void matchesNothingWhileItIsMissing() {
        assertThat(Secret.of("  ").isMissing()).isTrue();
        assertThat(Secret.of("").matches("")).isFalse();
    }
}
