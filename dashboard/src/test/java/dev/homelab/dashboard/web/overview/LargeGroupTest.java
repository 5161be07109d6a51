package dev.homelab.dashboard.web.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.dashboard.BehindAGate;
import dev.homelab.dashboard.access.ApiTokens;
import dev.homelab.dashboard.access.Role;
import dev.homelab.dashboard.access.SignedIn;
import dev.homelab.dashboard.access.TokenScope;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A group of more checks than the overview shows whole. */
class LargeGroupTest extends BehindAGate {

    private static final int CHECKS = 31;
    private static final Pattern ROW = Pattern.compile("data-check=\"job-\\d+\"");
    private final MockMvcTester browser;
    private final String token;

    @Autowired
    LargeGroupTest(MockMvcTester browser, ApiTokens tokens) {
        this.browser = browser;
        this.token = tokens.make(
                "jobs",
                Set.of(TokenScope.MANAGE_CHECKS),
                Instant.now(Clock.systemUTC()).plusSeconds(600),
                "test");
    }

    @BeforeEach
    void add() {
        IntStream.range(0, CHECKS)
                .forEach(job -> assertThat(api(HttpMethod.PUT, job, """
                {"id":"job-%d","title":"Job <b>%d</b>","group":"jobs",
                 "target":{"kind":"push","expectedEvery":"PT24H","grace":"PT1H"}}""".formatted(job, job)))
                        .isEqualTo(200));
    }

    @AfterEach
    void remove() {
        IntStream.range(0, CHECKS)
                .forEach(job -> assertThat(api(HttpMethod.DELETE, job, "")).isEqualTo(204));
    }

    private int api(HttpMethod method, int job, String body) {
        return browser.method(method)
                .uri("/api/v1/checks/job-" + job)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange()
                .getResponse()
                .getStatus();
    }

    @Test
    void showsTenOfItAndLeadsToTheWhole() throws UnsupportedEncodingException {
        assertThat(page("/", Locale.ENGLISH)).contains("href=\"/groups/jobs\"").contains("Show 21 more");
        assertThat(rows("/")).isEqualTo(10);
        assertThat(rows("/groups/jobs")).isEqualTo(CHECKS);
    }

    @Test
    void saysItToEachInTheirLanguageAndTakesNoTitleForHtml() throws UnsupportedEncodingException {
        assertThat(page("/groups/jobs", Locale.ENGLISH)).contains(">Job &lt;b&gt;7&lt;/b&gt;<", ">unknown<");
        assertThat(page("/groups/jobs", Locale.GERMAN)).contains(">Job &lt;b&gt;7&lt;/b&gt;<", ">unbekannt<");
        assertThat(page("/groups/jobs", Locale.ENGLISH)).doesNotContain("<b>7", ">unbekannt<");
    }

    private long rows(String path) throws UnsupportedEncodingException {
        return ROW.matcher(page(path, Locale.ENGLISH)).results().count();
    }

    private String page(String path, Locale locale) throws UnsupportedEncodingException {
        return browser.get()
                .uri(path)
                .locale(locale)
                .with(SignedIn.as(Role.VIEWER))
                .exchange()
                .getResponse()
                .getContentAsString();
    }
}
