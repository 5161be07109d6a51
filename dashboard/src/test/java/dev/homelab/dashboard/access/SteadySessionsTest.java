package dev.homelab.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import dev.homelab.dashboard.BehindAGate;
import dev.homelab.dashboard.ledger.Ledger;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whose sessions are in memory, which is what is left of them while PostgreSQL is away. */
class SteadySessionsTest extends BehindAGate {

    private static final String COOKIE = "dashboard-session";

    private final MockMvcTester browser;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final Ledger ledger;

    @Autowired
    SteadySessionsTest(
            MockMvcTester browser, FindByIndexNameSessionRepository<? extends Session> sessions, Ledger ledger) {
        this.browser = browser;
        this.sessions = sessions;
        this.ledger = ledger;
    }

    private void takePostgresqlAway() {
        GATE.shut();
        await().atMost(SOON).until(() -> !ledger.isReachable());
    }

    @AfterEach
    void giveBack() {
        GATE.open();
        await().atMost(SOON).until(ledger::isReachable);
    }

    @Test
    void keepsNoSessionOfAStrangerInMemory() {
        Cookie cookie = Objects.requireNonNull(
                browser.get().uri("/sign-in").exchange().getResponse().getCookie(COOKIE));
        String id = new String(Base64.getDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8);
        assertThat(sessions.findById(id)).as("its form's token is in it").isNotNull();

        takePostgresqlAway();
        assertThat(sessions.findById(id)).isNull();
    }

    @Test
    void makesNoSessionForAStrangerWhoAsksForAPage() {
        assertThat(browser.get().uri("/incidents").exchange().getResponse().getCookie(COOKIE))
                .isNull();
    }

    @Test
    void forgetsThoseFirstWhoWereAwayLongest() {
        takePostgresqlAway();
        forgetsTheFirstOfVeryMany(sessions);
    }

    private static <S extends Session> void forgetsTheFirstOfVeryMany(FindByIndexNameSessionRepository<S> sessions) {
        String away = signedIn(sessions);
        String back = signedIn(sessions);
        sessions.save(Objects.requireNonNull(sessions.findById(back)));
        for (int i = 1; i < 1_000; i++) {
            signedIn(sessions);
        }
        assertThat(sessions.findById(away)).isNull();
        assertThat(sessions.findById(back)).isNotNull();
    }

    private static <S extends Session> String signedIn(FindByIndexNameSessionRepository<S> sessions) {
        S session = sessions.createSession();
        session.setAttribute(SPRING_SECURITY_CONTEXT_KEY, new SecurityContextImpl());
        sessions.save(session);
        return session.getId();
    }
}
