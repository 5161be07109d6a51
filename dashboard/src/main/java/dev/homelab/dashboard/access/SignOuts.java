package dev.homelab.dashboard.access;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Ends the sessions of a person, wherever they are. */
@Component
public class SignOuts {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    SignOuts(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    public void everywhere(String name) {
        sessions.findByPrincipalName(name).keySet().forEach(sessions::deleteById);
    }
}
