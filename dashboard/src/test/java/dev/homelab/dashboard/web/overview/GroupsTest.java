package dev.homelab.dashboard.web.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.dashboard.BehindAGate;
import dev.homelab.dashboard.access.Role;
import dev.homelab.dashboard.access.SignedIn;
import dev.homelab.dashboard.check.CheckDesk;
import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Target;
import dev.homelab.dashboard.check.Wanted;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A group whose name somebody has written. */
class GroupsTest extends BehindAGate {

    private static final CheckId PRESS = new CheckId("press");

    private final MockMvcTester browser;
    private final CheckDesk desk;

    @Autowired
    GroupsTest(MockMvcTester browser, CheckDesk desk) {
        this.browser = browser;
        this.desk = desk;
    }

    @BeforeEach
    void add() {
        Target target = new Target.Push(Duration.ofDays(1), Duration.ofHours(1));
        desk.save(
                new Wanted(PRESS, "Press", target, "L'atelier {lab}", null, null, null, null, null, null, null),
                "test");
    }

    @AfterEach
    void remove() {
        desk.remove(PRESS);
    }

    @Test
    void isNamedAsItWasWritten() {
        assertThat(page("/")).hasStatusOk().bodyText().contains(">L&#39;atelier {lab}</h2>");
        assertThat(page("/groups/{key}", "L'atelier {lab}"))
                .hasStatusOk()
                .bodyText()
                .contains(">L&#39;atelier {lab}</h2>", "data-check=\"press\"");
    }

    @Test
    void hasNoPageWhereThereIsNoneOfThatName() {
        assertThat(page("/groups/{key}", "anything")).hasStatus(404);
        assertThat(page("/groups/{key}", "{anything}")).hasStatus(404);
        assertThat(page("/groups/{key}", "services")).hasStatusOk();
    }

    private MvcTestResult page(String path, Object... names) {
        return browser.get().uri(path, names).with(SignedIn.as(Role.VIEWER)).exchange();
    }
}
