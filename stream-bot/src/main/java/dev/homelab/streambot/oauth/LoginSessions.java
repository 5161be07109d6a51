package dev.homelab.streambot.oauth;

import dev.homelab.streambot.connection.Streamer;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Where a streamer is signed in. */
@Component
public class LoginSessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    LoginSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /** Signs a streamer out everywhere, in the browser that asks for it too. */
    public void endAll(Streamer streamer, HttpServletRequest request) {
        sessions.findByPrincipalName(streamer.id().toString()).keySet().forEach(sessions::deleteById);
        request.getSession().invalidate();
    }
}
