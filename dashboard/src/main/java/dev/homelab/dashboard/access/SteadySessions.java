package dev.homelab.dashboard.access;

import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import dev.homelab.dashboard.ledger.Ledger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.IndexResolver;
import org.springframework.session.PrincipalNameIndexResolver;
import org.springframework.session.Session;
import org.springframework.transaction.TransactionException;

/**
 * Sessions in PostgreSQL, and from memory while that is away, so that whoever is signed in stays so; those of strangers are
 * not there then. One that was ended
 * meanwhile is ended in PostgreSQL as soon as it is back, and is not found until then.
 */
final class SteadySessions<S extends Session> implements FindByIndexNameSessionRepository<SteadySession<S>> {

    private static final Logger log = LoggerFactory.getLogger(SteadySessions.class);
    private static final int MOST = 1_000;

    private final FindByIndexNameSessionRepository<S> kept;
    private final Ledger ledger;
    private final IndexResolver<SteadySession<S>> indexes = new PrincipalNameIndexResolver<>();
    /** Those that were used last stand last. */
    private final Map<String, SteadySession<S>> remembered = Collections.synchronizedMap(new LinkedHashMap<>());

    private final Set<String> ended = ConcurrentHashMap.newKeySet();

    SteadySessions(FindByIndexNameSessionRepository<S> kept, Ledger ledger) {
        this.kept = kept;
        this.ledger = ledger;
    }

    @Override
    public SteadySession<S> createSession() {
        return new SteadySession<>(kept.createSession());
    }

    @Override
    public void save(SteadySession<S> session) {
        remember(session);
        if (ledger.isReachable()) {
            try {
                kept.save(session.kept());
            } catch (DataAccessException | TransactionException e) {
                log.debug("A session is kept in memory alone: {}", e.getMessage());
            }
        }
    }

    @Override
    public @Nullable SteadySession<S> findById(String id) {
        if (ended.contains(id)) {
            return null;
        }
        if (ledger.isReachable()) {
            try {
                S found = kept.findById(id);
                if (found == null) {
                    remembered.remove(id);
                    return null;
                }
                SteadySession<S> session = new SteadySession<>(found);
                remember(session);
                return session;
            } catch (DataAccessException | TransactionException e) {
                log.debug("A session comes from memory: {}", e.getMessage());
            }
        }
        SteadySession<S> session = remembered.get(id);
        return session == null || session.isExpired() ? null : session;
    }

    private void remember(SteadySession<S> session) {
        synchronized (remembered) {
            // A sign-in gives a session another id.
            remembered
                    .entrySet()
                    .removeIf(known -> !known.getKey().equals(known.getValue().getId()));
            remembered.remove(session.getId());
            if (isSignedIn(session)) {
                remembered.put(session.getId(), session);
            }
            if (remembered.size() > MOST) {
                remembered.remove(remembered.keySet().iterator().next());
            }
        }
    }

    /** Strangers make as many sessions as they like. */
    private static boolean isSignedIn(Session session) {
        return session.getAttributeNames().contains(SPRING_SECURITY_CONTEXT_KEY);
    }

    @Override
    public void deleteById(String id) {
        remembered.remove(id);
        ended.add(id);
        ledger.write("end of a session", _ -> {
            kept.deleteById(id);
            ended.remove(id);
        });
    }

    @Override
    public Map<String, SteadySession<S>> findByIndexNameAndIndexValue(String name, String value) {
        try {
            if (ledger.isReachable()) {
                return kept.findByIndexNameAndIndexValue(name, value).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, known -> new SteadySession<>(known.getValue())));
            }
        } catch (DataAccessException | TransactionException e) {
            log.debug("Sessions come from memory: {}", e.getMessage());
        }
        synchronized (remembered) {
            return remembered.entrySet().stream()
                    .filter(session -> value.equals(
                            indexes.resolveIndexesFor(session.getValue()).get(name)))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }
}
