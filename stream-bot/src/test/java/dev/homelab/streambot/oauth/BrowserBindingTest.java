package dev.homelab.streambot.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.streambot.platform.PublicAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class BrowserBindingTest {

    private static final String STATE_HASH = "0123456789abcdef".repeat(4);

    @Test
    void bindsOverHttpsWithACookieThatNoOtherHostAndNoScriptSees() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new BrowserBinding(new PublicAddress("https://streamers.example"))
                .bind(STATE_HASH, Duration.ofMinutes(10), response);
        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("__Host-stream-bot-oauth-0123456789abcdef=")
                .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax", "; Max-Age=600")
                .doesNotContain("Domain");
    }

    @Test
    void givesEachConsentACookieOfItsOwn() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        BrowserBinding binding = new BrowserBinding(new PublicAddress("http://localhost:8082"));
        String first = binding.bind(STATE_HASH, Duration.ofMinutes(10), response);
        String second = binding.bind("f" + STATE_HASH.substring(1), Duration.ofMinutes(10), response);
        assertThat(first).isNotEqualTo(second).doesNotContain("0123456789abcdef");
        assertThat(response.getHeaders("Set-Cookie")).hasSize(2);
    }
}
