package dev.homelab.streambot.oauth;

import dev.homelab.streambot.audit.Action;
import dev.homelab.streambot.audit.AuditEntry;
import dev.homelab.streambot.audit.AuditLog;
import dev.homelab.streambot.audit.Origin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/** Notes that somebody signed out. */
@Component
class SignOutNote implements LogoutHandler {

    private final AuditLog audit;
    private final Clock clock;

    SignOutNote(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        SignedIn.of(authentication)
                .ifPresent(signedIn -> audit.note(new AuditEntry(
                        clock.instant(),
                        Action.SIGN_OUT,
                        AuditEntry.DONE,
                        null,
                        signedIn.streamer().id(),
                        null,
                        Origin.of(request),
                        "")));
    }
}
