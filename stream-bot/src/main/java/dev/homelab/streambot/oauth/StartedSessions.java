package dev.homelab.streambot.oauth;

import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;
import org.springframework.stereotype.Repository;

/** Writes sessions down as they start, one INSERT each, without a persistence context that would look for changes afterwards. */
@Repository
class StartedSessions {

    private final SessionFactory factory;

    StartedSessions(EntityManagerFactory factory) {
        this.factory = factory.unwrap(SessionFactory.class);
    }

    void insert(OAuthSession session) {
        factory.inStatelessTransaction(stateless -> stateless.insert(session));
    }
}
