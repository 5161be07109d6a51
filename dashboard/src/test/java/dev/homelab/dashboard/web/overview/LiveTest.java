package dev.homelab.dashboard.web.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.dashboard.BehindAGate;
import dev.homelab.dashboard.access.Role;
import dev.homelab.dashboard.access.SignedIn;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What an open page is told, and what one that was away for a while. */
class LiveTest extends BehindAGate {

    private static final Pattern SINCE = Pattern.compile("data-live=\"(/live\\?since=\\d+)\"");
    private static final Pattern ID = Pattern.compile("(?m)^id:(\\d+)$");
    private static final String BOT_DOWN = "data-check=\"discord-bot\" data-health=\"down\"";

    private final MockMvcTester browser;

    @Autowired
    LiveTest(MockMvcTester browser) {
        this.browser = browser;
    }

    @Test
    void tellsAnOpenPageOfWhatChanges() throws UnsupportedEncodingException {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(page()).contains("data-check=\"discord-bot\" data-health=\"up\""));
        MockHttpServletResponse live = listen(liveAddress(), "");
        await().atMost(SOON).untilAsserted(() -> assertThat(ids(live)).isNotEmpty());

        assertThat(live.getContentAsString()).startsWith("retry:1000\n");

        BOTS.ready(false);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(live.getContentAsString()).contains(BOT_DOWN));
    }

    @Test
    void tellsAPageThatComesAgainWhatItMissedAndNoMore() throws UnsupportedEncodingException {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(page())
                        .contains(
                                "data-check=\"redis\" data-health=\"up\"",
                                "data-check=\"discord-bot\" data-health=\"up\""));
        awaitNothingNew();
        MockHttpServletResponse before = listen(liveAddress(), "");
        await().atMost(SOON).untilAsserted(() -> assertThat(ids(before)).isNotEmpty());
        String last = ids(before).getLast();

        BOTS.ready(false);
        await().atMost(SOON).untilAsserted(() -> assertThat(page()).contains(BOT_DOWN));
        await().atMost(SOON).untilAsserted(() -> {
            MockHttpServletResponse again = listen("/live?since=1", last);
            await().atMost(SOON).untilAsserted(() -> assertThat(ids(again)).isNotEmpty());
            assertThat(again.getContentAsString())
                    .contains("event:patch", BOT_DOWN)
                    .doesNotContain("data-check=\"redis\"");
        });
    }

    private void awaitNothingNew() {
        AtomicReference<String> last = new AtomicReference<>("");
        await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> {
            String now = liveAddress();
            return now.equals(last.getAndSet(now));
        });
    }

    @Test
    void tellsAPageFromBeforeTheStartEverything() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(listen("/live", "5").getContentAsString())
                        .contains("data-check=\"redis\"", "data-check=\"discord-bot\"", "data-check=\"postgresql\""));
    }

    private String liveAddress() throws UnsupportedEncodingException {
        return SINCE.matcher(page())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private String page() throws UnsupportedEncodingException {
        return browser.get()
                .uri("/")
                .with(SignedIn.as(Role.VIEWER))
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    private MockHttpServletResponse listen(String address, String last) {
        var request = browser.get().uri(address).with(SignedIn.as(Role.VIEWER));
        return (last.isEmpty() ? request : request.header("Last-Event-ID", last))
                .asyncExchange()
                .getResponse();
    }

    private static List<String> ids(MockHttpServletResponse live) throws UnsupportedEncodingException {
        return ID.matcher(live.getContentAsString())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
