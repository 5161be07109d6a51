package dev.homelab.streambot.oauth;

import dev.homelab.streambot.audit.AuditEntry;
import dev.homelab.streambot.audit.AuditLog;
import dev.homelab.streambot.audit.Origin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Notes a consent that came to its end, and sends its streamer on to a page of ours. */
@Component
class CallbackSuccess implements AuthenticationSuccessHandler {

    private final AuditLog audit;

    CallbackSuccess(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        Consent consent = CallbackTrace.consent(request).orElseThrow();
        SignedIn signedIn = SignedIn.of(authentication).orElseThrow();
        audit.note(new AuditEntry(
                CallbackTrace.consumedAt(request).orElseThrow(),
                consent.purpose().action(),
                AuditEntry.DONE,
                consent.platform(),
                signedIn.streamer().id(),
                null,
                Origin.of(request),
                ""));
        response.sendRedirect(consent.returnTo());
    }
}
