package dev.homelab.streambot.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https:evil.example",
                "https://evil.example",
                "/%2f%2fevil.example",
                "%2f%2fevil.example",
                "/@evil.example",
                "/connections@evil.example",
                "/connections/../evil",
                "/connections\u3002evil",
                "/\u2024\u2024/evil",
                "/connections\r\nLocation: https://evil.example",
                "/connections#x",
                "/connections?to=https://evil.example",
                "javascript:alert(1)"
            })
    void goesToTheUsualPageWhereverElseSomebodyWants(String wish) {
        assertThat(ReturnPath.of(wish)).isEqualTo("/connections");
    }

    @Test
    void goesToAPageOfOurs() {
        assertThat(ReturnPath.of("/account")).isEqualTo("/account");
        assertThat(ReturnPath.of("/connections?unlinked=yes")).isEqualTo("/connections?unlinked=yes");
        assertThat(ReturnPath.of("/" + "a".repeat(300))).isEqualTo("/connections");
    }
}
