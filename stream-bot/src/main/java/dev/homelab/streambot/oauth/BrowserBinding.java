package dev.homelab.streambot.oauth;

import dev.homelab.streambot.platform.PublicAddress;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
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
    private static final int NAME_DIGITS = 16;

    private final boolean secure;

    BrowserBinding(PublicAddress address) {
        this.secure = address.secure();
    }

    /** Gives the browser a fresh nonce and returns its hash. */
    String bind(String stateHash, Duration life, HttpServletResponse response) {
        String nonce = NONCES.generateKey();
        send(response, stateHash, nonce, life);
        return Hash.of(nonce);
    }

    /** The hash of the browser's nonce, or one that matches nothing. */
    String of(String stateHash, HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie -> cookie.getName().equals(name(stateHash)))
                .findFirst()
                .map(cookie -> Hash.of(cookie.getValue()))
                .orElse("none");
    }

    /** Takes the cookie away; not before its state is used up, as whoever meets a database that is away comes again. */
    void release(String stateHash, HttpServletResponse response) {
        send(response, stateHash, "", Duration.ZERO);
    }

    private void send(HttpServletResponse response, String stateHash, String value, Duration life) {
        ResponseCookie cookie = ResponseCookie.from(name(stateHash), value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Browsers accept the prefix over HTTPS only. */
    private String name(String stateHash) {
        return (secure ? "__Host-" : "") + "stream-bot-oauth-" + stateHash.substring(0, NAME_DIGITS);
    }
}
