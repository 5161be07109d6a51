package dev.homelab.local.platform;

import java.security.SecureRandom;
import java.util.Base64;

/** What a platform's codes and tokens look like; some hold characters that a form has to encode. */
record TokenText(String codePrefix, String accessPrefix, String refreshPrefix, Base64.Encoder refreshEncoder) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder URL_SAFE = Base64.getUrlEncoder().withoutPadding();

    static TokenText of(Platform platform) {
        return switch (platform) {
            case TWITCH -> new TokenText("", "", "", Base64.getEncoder());
            case GOOGLE -> new TokenText("4/0A", "ya29.a0", "1//0", URL_SAFE);
            case KICK -> new TokenText("", "", "", URL_SAFE);
        };
    }

    String code() {
        return codePrefix + random(URL_SAFE);
    }

    String accessToken() {
        return accessPrefix + random(URL_SAFE);
    }

    String refreshToken() {
        return refreshPrefix + random(refreshEncoder);
    }

    private static String random(Base64.Encoder encoder) {
        byte[] bytes = new byte[31];
        RANDOM.nextBytes(bytes);
        return encoder.encodeToString(bytes);
    }
}
