package dev.homelab.dashboard.web.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.dashboard.BehindAGate;
import dev.homelab.dashboard.check.CheckDesk;
import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Target;
import dev.homelab.dashboard.check.Wanted;
import dev.homelab.dashboard.maintenance.Maintenance;
import dev.homelab.dashboard.maintenance.Maintenances;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** A badge as a browser reads it. */
class BadgeTest extends BehindAGate {

    private static final CheckId KITCHEN = new CheckId("kitchen");
    private static final String TITLE = "Büro & <Küche>";

    private final MockMvcTester browser;
    private final CheckDesk desk;
    private final Maintenances maintenances;

    @Autowired
    BadgeTest(MockMvcTester browser, CheckDesk desk, Maintenances maintenances) {
        this.browser = browser;
        this.desk = desk;
        this.maintenances = maintenances;
    }

    @BeforeEach
    void add() {
        Target target = new Target.Disk(".", 1);
        desk.save(new Wanted(KITCHEN, TITLE, target, null, 1, 800, null, null, null, null, true), "test");
    }

    @AfterEach
    void remove() {
        maintenances.all().forEach(one -> maintenances.remove(one.id()));
        desk.remove(KITCHEN);
    }

    @Test
    void isAnImageWhateverTheTitle() {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(badge().getAttribute("aria-label")).isEqualTo(TITLE + ": up"));
    }

    @Test
    void saysInGreyThatSomethingIsUnderMaintenance() throws IOException, ParserConfigurationException, SAXException {
        Instant now = Instant.now(Clock.systemUTC());
        maintenances.save(
                new Maintenance(
                        UUID.randomUUID(),
                        "Paint",
                        Set.of(KITCHEN),
                        now.minusSeconds(60),
                        now.plusSeconds(600),
                        Maintenance.Repeat.ONCE,
                        ZoneOffset.UTC),
                "test");

        assertThat(badge().getAttribute("aria-label")).isEqualTo(TITLE + ": maintenance");
        Element field = (Element) badge().getElementsByTagName("path").item(0);
        assertThat(field.getAttribute("fill")).isEqualTo("#5c6577");
    }

    private Element badge() throws IOException, ParserConfigurationException, SAXException {
        byte[] image = browser.get()
                .uri("/badges/kitchen.svg")
                .exchange()
                .getResponse()
                .getContentAsByteArray();
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(image))
                .getDocumentElement();
    }
}
