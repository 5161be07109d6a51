package dev.homelab.streambot.oauth;

import dev.homelab.streambot.audit.Action;
import dev.homelab.streambot.audit.AuditEntry;
import dev.homelab.streambot.audit.AuditLog;
import dev.homelab.streambot.audit.Origin;
import dev.homelab.streambot.platform.TokenRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Notes a consent that came to nothing, and sends people to a page that says what happened, and away from an address that carries a code. */
@Component
class CallbackFailure implements AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(CallbackFailure.class);

    private final AuditLog audit;
    private final Clock clock;

    CallbackFailure(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String code = failure instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode()
                : "";
        Problem problem = CallbackTrace.unusable(request).isPresent() ? Problem.UNUSABLE : problem(code);
        note(request, problem, code, failure);
        response.sendRedirect(problem.path());
    }

    private void note(HttpServletRequest request, Problem problem, String code, AuthenticationException failure) {
        Optional<Consent> consent = CallbackTrace.consent(request);
        Optional<Unusable> unusable = CallbackTrace.unusable(request);
        if (unusable.filter(why -> why == Unusable.REPLAYED).isPresent()) {
            log.atWarn()
                    .addKeyValue("security", "state-replayed")
                    .addKeyValue("platform", CallbackGuard.platform(request))
                    .log("Somebody came again with a state that was used before");
        }
        String outcome = unusable.map(Unusable::outcome).orElseGet(problem::code);
        String detail = problem == Problem.PLATFORM ? readable(code) + refusal(failure) : "";
        log.atInfo()
                .addKeyValue("platform", CallbackGuard.platform(request))
                .addKeyValue("outcome", outcome)
                .log("A consent came to nothing: {} {}", outcome, detail);
        audit.note(new AuditEntry(
                clock.instant(),
                consent.map(known -> known.purpose().action()).orElse(Action.CALLBACK),
                outcome,
                CallbackGuard.platform(request),
                consent.map(Consent::streamerId).orElse(null),
                consent.map(Consent::connectionId).orElse(null),
                Origin.of(request),
                detail));
    }

    private static Problem problem(String code) {
        return switch (code) {
            case "authorization_request_not_found", OAuth2ErrorCodes.INVALID_REQUEST -> Problem.UNUSABLE;
            case OAuth2ErrorCodes.ACCESS_DENIED -> Problem.DENIED;
            default -> Problem.of(code.replace('_', '-')).orElse(Problem.PLATFORM);
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
