package dev.homelab.dashboard.web.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.homelab.dashboard.BehindAGate;
import dev.homelab.dashboard.access.Role;
import dev.homelab.dashboard.access.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class TypesTest extends BehindAGate {

    private static final String PAGE = "/tickets/types/1?server=1";
    private final MockMvcTester browser;

    @Autowired
    TypesTest(MockMvcTester browser) {
        this.browser = browser;
    }

    @BeforeEach
    void forget() {
        BOTS.changedTypes().clear();
    }

    private MvcTestResult send(String form, MultiValueMap<String, String> fields) {
        fields.add("server", "1");
        return browser.post()
                .uri("/tickets/types/1/" + form)
                .params(fields)
                .with(csrf())
                .with(SignedIn.as(Role.ADMIN))
                .exchange();
    }

    private String sent() {
        return BOTS.changedTypes().getFirst();
    }

    @Test
    void showsWhatATypeAsksAndWhatItsAnswersDo() {
        assertThat(browser.get().uri(PAGE).with(SignedIn.as(Role.ADMIN)))
                .hasStatusOk()
                .bodyText()
                .contains("Bug Reports", "What is it?", "value=\"There\"", "One more question", "Monday")
                .contains("<option value=\"2\" selected=\"selected\">Appeals</option>")
                .contains("<option value=\"HIGH\" selected=\"selected\">high</option>");
    }

    @Test
    void changesTheHoursAndLeavesTheRest() {
        MultiValueMap<String, String> form = hours("Europe/Berlin");
        form.add("days", "MONDAY");
        form.add("days", "FRIDAY");

        assertThat(send("hours", form)).hasRedirectedUrl(PAGE);

        assertThat(sent())
                .contains("\"hours\":{\"zone\":\"Europe/Berlin\",\"days\":[\"MONDAY\",\"FRIDAY\"],\"from\":\"22:00\"")
                .contains("\"key\":\"where\"", "\"routesTo\":2");
    }

    @Test
    void takesTheHoursAwayWhereSomebodyIsAlwaysThere() {
        MultiValueMap<String, String> form = hours("Europe/Berlin");
        form.add("always", "true");

        assertThat(send("hours", form)).hasRedirectedUrl(PAGE);

        assertThat(sent()).contains("\"hours\":null");
    }

    @Test
    void saysWhyHoursCannotBeAndShowsThemOnceMore() {
        MvcTestResult refused = send("hours", hours("Nowhere/Atlantis"));

        assertThat(refused).flash().containsEntry("problem", "Nowhere/Atlantis is no time zone.");
        assertThat(browser.get()
                        .uri(PAGE)
                        .cookie(refused.getResponse().getCookies())
                        .with(SignedIn.as(Role.ADMIN)))
                .bodyText()
                .contains("Nowhere/Atlantis is no time zone.", "value=\"Nowhere/Atlantis\"");
    }

    private static MultiValueMap<String, String> hours(String zone) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("zone", zone);
        form.add("from", "22:00");
        form.add("until", "06:00");
        form.add("outside", "");
        return form;
    }

    @Test
    void movesChangesRemovesAndAddsQuestions() {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        question(form, 0, "what", "SHORT_TEXT", "What is it?", 1).add("questions[0].removed", "true");
        question(form, 1, "where", "MENU", "Where is it?", 3).add("questions[1].more", "Elsewhere\n\n Nowhere ");
        form.add("questions[1].options[0].label", "Here");
        form.add("questions[1].options[0].raises", "URGENT");
        form.add("questions[1].options[0].routesTo", "");
        form.add("questions[1].options[1].label", "");
        form.add("questions[1].options[1].raises", "");
        form.add("questions[1].options[1].routesTo", "2");
        question(form, 2, "", "LONG_TEXT", "How often, and since when?", 2).add("questions[2].required", "true");

        assertThat(send("questions", form)).hasRedirectedUrl(PAGE + "#questions");

        assertThat(sent()).contains("""
                "questions":[{"key":"how-often-and-since-when","kind":"LONG_TEXT","label":"How often, and since when?",\
                "hint":"","required":true,"longest":100,"options":[]},\
                {"key":"where","kind":"MENU","label":"Where is it?","hint":"","required":false,"longest":100,"options":[\
                {"label":"Here","raises":"URGENT","routesTo":null},{"label":"Elsewhere","raises":null,"routesTo":null},\
                {"label":"Nowhere","raises":null,"routesTo":null}]}]""");
    }

    @Test
    void bearsFormsThatNoPageOfOursSends() {
        MultiValueMap<String, String> gaps = new LinkedMultiValueMap<>();
        question(gaps, 3, "", "SHORT_TEXT", "何ですか", 1).add("questions[3].options[2].label", "はい");
        assertThat(send("questions", gaps)).hasRedirectedUrl(PAGE + "#questions");
        assertThat(sent()).contains("\"key\":\"question-1\"", "\"label\":\"はい\"");

        MultiValueMap<String, String> far = new LinkedMultiValueMap<>();
        question(far, 2_000_000_000, "far", "SHORT_TEXT", "Far", 1);
        assertThat(send("questions", far)).hasStatus(HttpStatus.BAD_REQUEST);

        assertThat(send("questions", new LinkedMultiValueMap<>())).hasStatus3xxRedirection();
        assertThat(send("hours", new LinkedMultiValueMap<>())).hasStatus3xxRedirection();
    }

    private static MultiValueMap<String, String> question(
            MultiValueMap<String, String> form, int at, String key, String kind, String label, int place) {
        String of = "questions[" + at + "].";
        form.add(of + "key", key);
        form.add(of + "kind", kind);
        form.add(of + "label", label);
        form.add(of + "hint", "");
        form.add(of + "longest", "100");
        form.add(of + "place", Integer.toString(place));
        return form;
    }
}
