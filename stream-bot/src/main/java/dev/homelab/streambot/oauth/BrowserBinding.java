package dev.homelab.streambot.oauth;

import dev.homelab.streambot.platform.PublicAddress;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.stereotype.Component;

/** A cookie for each consent, so that only the browser that started it can finish it, and tabs do not disturb each other. */
@Component
class BrowserBinding {

    private static final Base64StringKeyGenerator NONCES =
            new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding());
    private static final String NAME = "stream-bot-oauth-";
    private static final int NAME_DIGITS = 16;

    /** Servers refuse a browser whose cookies together are longer than 8 KB; each of these takes 90 bytes. */
    private static final int MOST_AT_ONCE = 20;

    private final boolean secure;

    BrowserBinding(PublicAddress address) {
        this.secure = address.secure();
    }

    /** Gives the browser a fresh nonce and returns its hash; of very many unfinished consents it forgets the oldest. */
    String bind(String stateHash, Duration life, HttpServletRequest request, HttpServletResponse response) {
        List<String> unfinished = cookies(request)
                .map(Cookie::getName)
                .filter(name -> name.startsWith(prefix()))
                .toList();
        // Browsers send the oldest first.
        unfinished.stream()
                .limit(Math.max(0, unfinished.size() - MOST_AT_ONCE + 1))
                .forEach(name -> send(response, name, "", Duration.ZERO));
        String nonce = NONCES.generateKey();
        send(response, name(stateHash), nonce, life);
        return Hash.of(nonce);
    }

    /** The hash of the browser's nonce, or one that matches nothing. */
    String of(String stateHash, HttpServletRequest request) {
        return cookies(request)
                .filter(cookie -> cookie.getName().equals(name(stateHash)))
                .findFirst()
                .map(cookie -> Hash.of(cookie.getValue()))
                .orElse("none");
    }

    /** Takes the cookie away; not before its state is used up, as whoever meets a database that is away comes again. */
    void release(String stateHash, HttpServletResponse response) {
        send(response, name(stateHash), "", Duration.ZERO);
    }

    private static Stream<Cookie> cookies(HttpServletRequest request) {
        return request.getCookies() == null ? Stream.empty() : Arrays.stream(request.getCookies());
    }

    private void send(HttpServletResponse response, String name, String value, Duration life) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private String name(String stateHash) {
        return prefix() + stateHash.substring(0, NAME_DIGITS);
    }

    /** Browsers accept {@code __Host-} over HTTPS only. */
    private String prefix() {
        return (secure ? "__Host-" : "") + NAME;
    }
}
