package dev.homelab.streambot.oauth;

import dev.homelab.streambot.platform.TokenRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Sends people to a page that says what happened, and away from an address that carries a code. */
@Component
class CallbackFailure implements AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(CallbackFailure.class);

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String code = failure instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode()
                : "";
        Problem problem = problem(code);
        if (problem == Problem.PLATFORM) {
            log.atWarn()
                    .addKeyValue("platform", CallbackGuard.platform(request))
                    .log("A consent came to nothing: {}{}", readable(code), refusal(failure));
        }
        response.sendRedirect(problem.path());
    }

    private static Problem problem(String code) {
        return switch (code) {
            case "authorization_request_not_found", OAuth2ErrorCodes.INVALID_REQUEST -> Problem.UNUSABLE;
            case OAuth2ErrorCodes.ACCESS_DENIED -> Problem.DENIED;
            case SignIn.LINKED_ELSEWHERE -> Problem.LINKED_ELSEWHERE;
            case SignIn.SOMEBODY_ELSE -> Problem.SOMEBODY_ELSE;
            default -> Problem.PLATFORM;
        };
    }

    /** The code may come from the query of the callback, which anybody can write. */
    private static String readable(String code) {
        return code.matches("[a-z_]{1,50}") ? code : "an error code that is none";
    }

    private static String refusal(AuthenticationException failure) {
        return failure.getCause() instanceof TokenRefused refused ? " with status " + refused.status() : "";
    }
}
