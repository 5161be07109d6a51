package dev.homelab.local.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the platforms know, for whoever works with them, and the levers to change it. */
final class StatusPage {

    private static final int REQUESTS_SHOWN = 20;

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
                + section("Accounts", List.of("Platform", "Login", "Name", "Id", ""), accountRows())
                + accountForm()
                + section("Grants", List.of("Platform", "Account", "Since", "Validated", "Scopes", ""), grantRows())
                + section("Living tokens", List.of("Platform", "Account", "Kind", "Hash", "Expires"), tokenRows())
                + "<h2>Lifetimes and rotation</h2>"
                + providers.stream().map(StatusPage::lifetimes).collect(Collectors.joining())
                + "<h2>Faults</h2>" + faultForm()
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
                                grant.validated() == null ? "not yet" : time(grant.validated()),
                                String.join(" ", grant.scopes()),
                                grant.ended() ? "ended" : raw(revoke(provider, grant)))))
                .toList();
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

    private static String lifetimes(Provider provider) {
        Grants grants = provider.realm().grants();
        Lifetimes lifetimes = grants.lifetimes();
        return """
                <form class="scroll line" method="post" action="/simulator/lifetimes">
                <input type="hidden" name="platform" value="%s"><b>%s</b>
                <label>code, s <input type="number" min="1" name="code" value="%d"></label>
                <label>access token, s <input type="number" min="1" name="access" value="%d"></label>
                <label>grant, s <input type="number" min="1" name="grant" value="%s" placeholder="no end"></label>
                <label>app in testing, s <input type="number" min="1" name="testing" value="%s" placeholder="no"></label>
                <label>unused, s <input type="number" min="1" name="unused" value="%s" placeholder="no end"></label>
                <label>refresh tokens <input type="number" min="1" name="refreshTokens" value="%s"
                  placeholder="any"></label>
                <label>a used one <select name="rotation">%s</select></label>
                <button class="main">Set</button></form>
                """.formatted(
                provider.realm().platform().id(),
                provider.realm().platform().title(),
                lifetimes.code().toSeconds(),
                lifetimes.accessToken().toSeconds(),
                seconds(lifetimes.grant()),
                seconds(lifetimes.testing()),
                seconds(lifetimes.unused()),
                grants.refreshTokens() == Integer.MAX_VALUE ? "" : grants.refreshTokens(),
                options(
                        Arrays.stream(Rotation.values()).map(Rotation::id).toList(),
                        grants.rotation().id()));
    }

    private static String seconds(@Nullable Duration duration) {
        return duration == null ? "" : String.valueOf(duration.toSeconds());
    }

    private static String accountForm() {
        return """
                <form class="scroll line" method="post" action="/simulator/accounts"><b>Add</b>
                <select name="platform" aria-label="platform">%s</select>
                <label>login <input name="login" required pattern="[a-z0-9_]{1,25}" autocapitalize="none"
                  title="a to z, 0 to 9 and _"></label>
                <label>name <input name="displayName" maxlength="50" placeholder="like the login"></label>
                <label>channel <select name="channel"><option value="true">yes</option>
                <option value="false">no</option></select></label>
                <button class="main">Add</button></form>
                """.formatted(platforms());
    }

    private static String platforms() {
        return options(Arrays.stream(Platform.values()).map(Platform::id).toList(), "");
    }

    private static String faultForm() {
        return """
                <form class="scroll line" method="post" action="/simulator/faults">
                <select name="platform" aria-label="platform">%s</select>
                <select name="endpoint" aria-label="endpoint">%s</select>
                <select name="fault" aria-label="fault">%s</select>
                <label>times <input type="number" min="1" name="times" value="1"></label>
                <label>seconds <input type="number" min="0" name="amount" value="60"></label>
                <button class="main">Set</button>
                <button formaction="/simulator/faults/clear">Clear all</button></form>
                """.formatted(
                platforms(),
                options(Arrays.stream(Endpoint.values()).map(Endpoint::id).toList(), "token"),
                options(Arrays.stream(Fault.Kind.values()).map(Fault.Kind::id).toList(), "server-error"));
    }

    private static String options(List<String> values, String selected) {
        return values.stream()
                .map(value -> "<option%s>%s</option>".formatted(value.equals(selected) ? " selected" : "", value))
                .collect(Collectors.joining());
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
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
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
