package dev.homelab.streambot.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.streambot.platform.PublicAddress;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class BrowserBindingTest {

    private static final String STATE_HASH = "0123456789abcdef".repeat(4);

    @Test
    void bindsOverHttpsWithACookieThatNoOtherHostAndNoScriptSees() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new BrowserBinding(new PublicAddress("https://streamers.example"))
                .bind(STATE_HASH, Duration.ofMinutes(10), new MockHttpServletRequest(), response);
        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("__Host-stream-bot-oauth-0123456789abcdef=")
                .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax", "; Max-Age=600")
                .doesNotContain("Domain");
    }

    @Test
    void givesEachConsentACookieOfItsOwn() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        BrowserBinding binding = new BrowserBinding(new PublicAddress("http://localhost:8082"));
        String first = binding.bind(STATE_HASH, Duration.ofMinutes(10), new MockHttpServletRequest(), response);
        String second = binding.bind(
                "f" + STATE_HASH.substring(1), Duration.ofMinutes(10), new MockHttpServletRequest(), response);
        assertThat(first).isNotEqualTo(second).doesNotContain("0123456789abcdef");
        assertThat(response.getHeaders("Set-Cookie")).hasSize(2);
    }

    @Test
    void forgetsTheOldestOfVeryManyUnfinishedConsents() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(IntStream.range(0, 22)
                .mapToObj(number -> new Cookie("stream-bot-oauth-" + number, "nonce"))
                .toArray(Cookie[]::new));
        MockHttpServletResponse response = new MockHttpServletResponse();
        new BrowserBinding(new PublicAddress("http://localhost:8082"))
                .bind(STATE_HASH, Duration.ofMinutes(10), request, response);
        assertThat(response.getCookies())
                .filteredOn(cookie -> cookie.getMaxAge() == 0)
                .extracting(Cookie::getName)
                .containsExactly("stream-bot-oauth-0", "stream-bot-oauth-1", "stream-bot-oauth-2");
    }
}
