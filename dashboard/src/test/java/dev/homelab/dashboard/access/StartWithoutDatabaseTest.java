package dev.homelab.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;

import dev.homelab.dashboard.BehindAGate;
import dev.homelab.dashboard.BotDouble;
import dev.homelab.dashboard.Website;
import dev.homelab.local.server.DatabaseGate;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A dashboard that starts while the PostgreSQL in which it has written before is away. */
@SpringBootTest
@AutoConfigureMockMvc
class StartWithoutDatabaseTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String EARLIER = "0b7c5a52-2a4e-4a0e-8f8e-000000000001";
    private static final DatabaseGate GATE = new DatabaseGate();
    private static final BotDouble BOTS = new BotDouble();
    private static final Website PHONE = new Website();

    private final MockMvcTester browser;

    @Autowired
    StartWithoutDatabaseTest(MockMvcTester browser) {
        this.browser = browser;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        writeHistory();
        GATE.shut();
        BehindAGate.lead(registry, GATE, BOTS);
    }

    /** A check of the page, an alert channel, and an incident that was open when the dashboard before ended. */
    private static void writeHistory() {
        var source = new DriverManagerDataSource(GATE.direct(), GATE.user(), GATE.password());
        Flyway.configure().dataSource(source).load().migrate();
        JdbcClient past = JdbcClient.create(source);
        past.sql("""
                        INSERT INTO check_definition VALUES ('door', :wanted::jsonb, now(), 'admin')""").param("wanted", """
                        {"id":"door","title":"The door","target":{"kind":"tcp","host":"localhost","port":%d},"every":1}""".formatted(PHONE.at("/").getPort())).update();
        past.sql("""
                        INSERT INTO alert_channel VALUES (:id, 'phone', 'WEBHOOK', :target, 'WARNING', null, 'en', true)""")
                .param("id", UUID.randomUUID())
                .param("target", PHONE.at("/hook").toString())
                .update();
        past.sql("""
                        INSERT INTO incident VALUES (:id::uuid, now() - interval '1 day', null, 'CRITICAL', '',
                            '[{"check":"postgresql","title":"PostgreSQL","health":"DOWN","said":{"key":"failed.refused","args":[]}}]',
                            '[]')""").param("id", EARLIER).update();
    }

    @AfterAll
    static void stop() {
        GATE.open();
        BOTS.close();
        PHONE.close();
    }

    @Test
    void looksAndSaysThatNobodyCanSignInAndTakesItsHistoryUpWhenTheDatabaseIsThere()
            throws UnsupportedEncodingException {
        await().atMost(SOON).untilAsserted(() -> assertThat(page("/")).contains("PostgreSQL is down"));
        assertThat(page("/")).contains("the dashboard goes on from memory").doesNotContain("The door");
        assertThat(browser.get().uri("/sign-in"))
                .hasStatusOk()
                .bodyText()
                .contains("nobody new can sign in until it is back");
        assertThat(browser.perform(formLogin("/sign-in").user("admin").password(BotDouble.ADMIN_PASSWORD)))
                .hasRedirectedUrl("/sign-in?away");
        assertThat(browser.get().uri("/livez")).hasStatusOk();
        assertThat(browser.get().uri("/readyz")).hasStatusOk();

        assertThat(api())
                .hasStatus(503)
                .hasHeader("Retry-After", "10")
                .bodyText()
                .contains("no token is known yet");

        GATE.open();
        await().atMost(SOON).untilAsserted(() -> assertThat(api()).hasStatus(401));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(browser.perform(
                                formLogin("/sign-in").user("admin").password(BotDouble.ADMIN_PASSWORD)))
                        .hasRedirectedUrl("/"));
        await().atMost(SOON).untilAsserted(() -> assertThat(page("/")).contains("The door"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(page("/incidents/" + EARLIER)).contains(">over<"));
        await().atMost(SOON).untilAsserted(() -> assertThat(PHONE.posted()).hasSize(2));
        assertThat(PHONE.posted().getFirst()).contains("\"state\":\"firing\"", "PostgreSQL is down");
        assertThat(PHONE.posted().getLast()).contains("\"state\":\"resolved\"", "PostgreSQL is down");
    }

    private MvcTestResult api() {
        return browser.get()
                .uri("/api/v1/overview")
                .header("Authorization", "Bearer homelab_unknown")
                .exchange();
    }

    private String page(String path) throws UnsupportedEncodingException {
        return browser.get()
                .uri(path)
                .with(SignedIn.as(Role.ADMIN))
                .exchange()
                .getResponse()
                .getContentAsString();
    }
}
