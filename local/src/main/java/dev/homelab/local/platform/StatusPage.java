package dev.homelab.local.platform;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the platforms know, for whoever works with them, and the levers to change it. */
final class StatusPage {

    private static final int REQUESTS_SHOWN = 20;
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Collection<Provider> providers;
    private final Accounts accounts;
    private final Faults faults;
    private final Requests requests;

    StatusPage(Collection<Provider> providers, Accounts accounts, Faults faults, Requests requests) {
        this.providers = providers;
        this.accounts = accounts;
        this.faults = faults;
        this.requests = requests;
    }

    Answer show() {
        String body = "<main class=\"wide\"><h1>Simulated Twitch, Google and Kick</h1>"
                + "<p class=\"small\">As at the real ones, people may leave scopes out at Google only; at Twitch and Kick"
                + " it is all or nothing. Times are in UTC.</p>"
                + section("Accounts", List.of("Platform", "Login", "Name", "Id", ""), accountRows())
                + StatusForms.account()
                + section("Grants", List.of("Platform", "Account", "Since", "Validated", "Scopes", ""), grantRows())
                + section("Living tokens", List.of("Platform", "Account", "Kind", "Hash", "Expires"), tokenRows())
                + "<h2>Lifetimes and rotation</h2>"
                + providers.stream().map(StatusForms::lifetimes).collect(Collectors.joining())
                + "<h2>Faults</h2>" + StatusForms.fault()
                + section("Waiting faults", List.of("Platform", "Endpoint", "Fault", "Times"), faultRows())
                + section("Newest requests", List.of("At", "Platform", "Request", "Parameters"), requestRows())
                + "</main>";
        return Answer.html(200, Html.page("Simulated platforms", "plain", body));
    }

    private static String section(String title, List<String> heads, List<String> rows) {
        String table = rows.isEmpty()
                ? "<p class=\"empty\">None.</p>"
                : "<table><thead><tr>%s</tr></thead><tbody>%s</tbody></table>"
                        .formatted(
                                heads.stream()
                                        .map(head -> "<th>" + head + "</th>")
                                        .collect(Collectors.joining()),
                                String.join("", rows));
        return "<h2>" + title + "</h2><div class=\"scroll\">" + table + "</div>";
    }

    private List<String> accountRows() {
        return accounts.all().stream()
                .map(account -> row(
                        account.platform().title(),
                        account.login(),
                        account.displayName() + (account.channel() ? "" : " (no channel)"),
                        account.id(),
                        raw(button(
                                account.banned() ? "/simulator/accounts/unban" : "/simulator/accounts/ban",
                                account.banned() ? "Unban" : "Ban",
                                "platform",
                                account.platform().id(),
                                "account",
                                account.login()))))
                .toList();
    }

    private List<String> grantRows() {
        return providers.stream()
                .flatMap(provider -> provider.realm().grants().all().stream()
                        .map(grant -> row(
                                provider.realm().platform().title(),
                                grant.account().login(),
                                time(grant.since()),
                                validated(grant),
                                String.join(" ", grant.scopes()),
                                grant.ended() ? "ended" : raw(revoke(provider, grant)))))
                .toList();
    }

    /** Twitch wants to be asked hourly whether a token is valid; the others have no such rule. */
    private static String validated(Grant grant) {
        if (grant.account().platform() != Platform.TWITCH) {
            return "";
        }
        return grant.validated() == null ? "not validated yet" : "validated " + time(grant.validated());
    }

    private static String revoke(Provider provider, Grant grant) {
        return button(
                "/simulator/grants/revoke",
                "Revoke",
                "platform",
                provider.realm().platform().id(),
                "account",
                grant.account().login());
    }

    private List<String> tokenRows() {
        return providers.stream()
                .flatMap(provider -> provider.realm().grants().livingTokens().stream()
                        .map(token -> row(
                                provider.realm().platform().title(),
                                token.grant().account().login(),
                                token.kind() == Token.Kind.ACCESS ? "access" : "refresh",
                                "#" + token.hash().substring(0, 10),
                                expires(token.expires()))))
                .toList();
    }

    private List<String> requestRows() {
        List<RecordedRequest> all = requests.all();
        return all.subList(Math.max(0, all.size() - REQUESTS_SHOWN), all.size()).reversed().stream()
                .map(request -> row(
                        time(request.at()),
                        request.platform().title(),
                        request.method() + " " + request.path(),
                        request.parameters().entrySet().stream()
                                .map(Map.Entry::toString)
                                .collect(Collectors.joining(" "))))
                .toList();
    }

    private List<String> faultRows() {
        return faults.all().stream()
                .map(waiting -> row(
                        waiting.platform().title(),
                        waiting.endpoint().id(),
                        waiting.fault().kind().id() + " (" + waiting.fault().amount() + ")",
                        waiting.times()))
                .toList();
    }

    private static String button(String action, String label, String... namesAndValues) {
        var hidden = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            hidden.append("<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                    .formatted(namesAndValues[i], Html.escape(namesAndValues[i + 1])));
        }
        return "<form method=\"post\" action=\"%s\">%s<button>%s</button></form>".formatted(action, hidden, label);
    }

    private static String expires(@Nullable Instant expires) {
        return expires == null ? "with its grant" : time(expires);
    }

    private static String time(Instant instant) {
        return SECONDS.format(instant);
    }

    /** Markup that is already safe. */
    private record Raw(String markup) {}

    private static Raw raw(String markup) {
        return new Raw(markup);
    }

    private static String row(Object... cells) {
        return Arrays.stream(cells)
                .map(cell -> cell instanceof Raw raw ? raw.markup() : Html.escape(String.valueOf(cell)))
                .map(cell -> "<td>" + cell + "</td>")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }
}
