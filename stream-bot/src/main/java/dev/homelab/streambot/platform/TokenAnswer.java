package dev.homelab.streambot.platform;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.core.endpoint.DefaultMapOAuth2AccessTokenResponseConverter;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;

/** Reads what token endpoints answer, with what platforms make of the standard. */
final class TokenAnswer {

    private static final String SCOPE = "scope";
    private static final String EXPIRES_IN = "expires_in";
    /** Where the answer gives no usable lifetime, Spring would take it for a second and we would refresh at once. */
    private static final Duration ASSUMED = Duration.ofHours(1);

    private static final long LONGEST_SECONDS = Duration.ofDays(366).toSeconds();

    private static final DefaultMapOAuth2AccessTokenResponseConverter STANDARD =
            new DefaultMapOAuth2AccessTokenResponseConverter();

    private TokenAnswer() {}

    static OAuth2AccessTokenResponse read(Map<String, Object> answer) {
        var standard = new LinkedHashMap<>(answer);
        // Twitch sends an array.
        if (answer.get(SCOPE) instanceof Collection<?> words) {
            standard.put(SCOPE, words.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        }
        standard.put(EXPIRES_IN, seconds(answer.get(EXPIRES_IN)));
        return STANDARD.convert(standard);
    }

    private static long seconds(@org.jspecify.annotations.Nullable Object expiresIn) {
        try {
            long seconds = Long.parseLong(String.valueOf(expiresIn));
            return seconds > 0 && seconds <= LONGEST_SECONDS ? seconds : ASSUMED.toSeconds();
        } catch (NumberFormatException notANumber) {
            return ASSUMED.toSeconds();
        }
    }
}
