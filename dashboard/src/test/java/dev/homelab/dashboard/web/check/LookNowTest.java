package dev.homelab.dashboard.web.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.homelab.dashboard.BehindAGate;
import dev.homelab.dashboard.access.Role;
import dev.homelab.dashboard.access.SignedIn;
import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.status.Board;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class LookNowTest extends BehindAGate {

    /** It is looked at once a minute. */
    private static final CheckId DISK = new CheckId("disk");

    private final MockMvcTester browser;
    private final Board board;

    @Autowired
    LookNowTest(MockMvcTester browser, Board board) {
        this.browser = browser;
        this.board = board;
    }

    @Test
    void leadsToThePageWithTheLookThatWasAskedFor() {
        await().atMost(SOON).until(() -> looked() != null);
        Instant asked = Instant.now(Clock.systemUTC());

        assertThat(look("disk")).hasRedirectedUrl("/checks/disk");
        assertThat(looked()).isAfterOrEqualTo(asked);
    }

    @Test
    void looksAtNothingThatIsNotThere() {
        assertThat(look("nothing")).hasStatus(404);
    }

    private @Nullable Instant looked() {
        return board.picture().find(DISK).orElseThrow().looked();
    }

    private MvcTestResult look(String check) {
        return browser.post()
                .uri("/checks/" + check + "/look")
                .with(SignedIn.as(Role.VIEWER))
                .with(csrf())
                .exchange();
    }
}
