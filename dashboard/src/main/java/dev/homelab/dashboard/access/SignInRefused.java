package dev.homelab.dashboard.access;

import dev.homelab.dashboard.ledger.Ledger;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/** A form for signing in whose session is gone, as a stranger's is while PostgreSQL is away, leads to a new one. */
@Component
class SignInRefused implements AccessDeniedHandler {

    private static final RequestMatcher SIGN_IN =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/sign-in");

    private final AccessDeniedHandler usual = new AccessDeniedHandlerImpl();
    private final Ledger ledger;

    SignInRefused(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        if (refusal instanceof CsrfException && SIGN_IN.matches(request)) {
            response.sendRedirect(ledger.isReachable() ? "/sign-in" : "/sign-in?away");
        } else {
            usual.handle(request, response, refusal);
        }
    }
}
