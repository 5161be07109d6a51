package dev.homelab.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.dashboard.BehindAGate;
import dev.homelab.dashboard.access.Role;
import dev.homelab.dashboard.access.SignedIn;
import dev.homelab.dashboard.ledger.Ledger;
import dev.homelab.dashboard.status.Incidents;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What each page shows an admin while PostgreSQL is away. */
class PagesWithoutDatabaseTest extends BehindAGate {

    private final MockMvcTester browser;
    private final Incidents incidents;
    private final Ledger ledger;

    @Autowired
    PagesWithoutDatabaseTest(MockMvcTester browser, Incidents incidents, Ledger ledger) {
        this.browser = browser;
        this.incidents = incidents;
        this.ledger = ledger;
    }

    @BeforeEach
    void takeAway() {
        GATE.shut();
        await().atMost(SOON)
                .until(() -> !ledger.isReachable()
                        && incidents.open().stream()
                                .anyMatch(incident ->
                                        incident.sentence().args().toString().contains("PostgreSQL")));
    }

    @AfterEach
    void giveBack() {
        GATE.open();
        await().atMost(SOON).until(ledger::isReachable);
    }

    @Test
    void showWhatIsKnownWithoutIt() {
        String incident = "/incidents/" + incidents.open().getFirst().id();
        assertThat(List.of(
                        "/",
                        "/incidents",
                        incident,
                        "/checks/postgresql",
                        "/checks/postgresql?range=year",
                        "/connections",
                        "/tickets/types",
                        "/tickets/doctor",
                        "/containers",
                        "/backups",
                        "/readiness",
                        "/settings/checks",
                        "/settings/checks/new?kind=http",
                        "/settings/alerts",
                        "/settings/maintenance",
                        "/settings/tokens",
                        "/account"))
                .allSatisfy(path -> assertThat(page(path)).as(path).hasStatusOk());
    }

    @Test
    void sayThatItIsAwayWhereNothingIsKnownAndStillLeadElsewhere() {
        assertThat(List.of("/audit", "/settings/people", "/incidents/" + UUID.randomUUID()))
                .allSatisfy(path -> assertThat(page(path))
                        .as(path)
                        .hasStatus(503)
                        .bodyText()
                        .contains("PostgreSQL does not answer", "href=\"/incidents\"", "href=\"/settings/checks\""));
    }

    private MvcTestResult page(String path) {
        return browser.get().uri(path).with(SignedIn.as(Role.ADMIN)).exchange();
    }
}
