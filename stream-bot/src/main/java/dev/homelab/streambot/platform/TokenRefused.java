package dev.homelab.streambot.platform;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** A token endpoint answered with an error status. */
public final class TokenRefused extends OAuth2AuthorizationException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final String detail;
    private final @Nullable Duration retryAfter;

    /**
     * @param code {@code error} of the answer, or empty
     * @param detail {@code error_description} or {@code message} of the answer, or empty
     */
    TokenRefused(int status, String code, String detail, @Nullable Duration retryAfter) {
        super(new OAuth2Error("token_refused", "status " + status, null));
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.retryAfter = retryAfter;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
