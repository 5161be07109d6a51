package dev.homelab.local.platform;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a person chooses an account and allows or denies what a client asks for. */
record ConsentPage(Provider provider) {

    static final String PATH = "/consent";

    private static final Set<String> PARAMETERS = Set.of(
            "client_id", "redirect_uri", "response_type", "scope", "state", "code_challenge", "code_challenge_method");

    Answer show(Incoming request) {
        AuthorizationRequest asked = asked(request.query());
        Realm realm = provider.realm();
        String action = realm.platform().prefix() + PATH;
        String hidden = "<input type=\"hidden\" name=\"request\" value=\"%s\">"
                .formatted(Html.escape(request.query().encoded()));
        String body = """
                <main class="card">
                <p class="brand">%s <small>simulated</small></p>
                <h1><strong>%s</strong> asks for access</h1>
                <form method="post" action="%s">%s
                <fieldset><legend>Who are you?</legend>%s</fieldset>
                <fieldset><legend>It would like to</legend>%s</fieldset>
                <p class="buttons"><button name="decision" value="deny">Deny</button>
                <button class="main" name="decision" value="allow">Allow</button></p>
                </form>
                <p class="small">You will go to %s</p>
                %s
                </main>
                """.formatted(
                        Html.escape(realm.platform().title()),
                        Html.escape(realm.client().id()),
                        action,
                        hidden,
                        accounts(realm),
                        scopes(asked),
                        Html.escape(asked.redirectUri()),
                        newAccount(action, hidden));
        String title = "Sign in with " + realm.platform().title();
        return Answer.html(200, Html.page(title, realm.platform().id(), body));
    }

    private AuthorizationRequest asked(Parameters query) {
        var known = new HashSet<>(PARAMETERS);
        known.addAll(provider.authorizeParameters());
        query.refuseUnknown(known, provider.realm().platform().prefix() + provider.authorizePath());
        return provider.authorization(query);
    }

    private static String newAccount(String action, String hidden) {
        return """
                <details><summary>Somebody else</summary>
                <form class="stack" method="post" action="%s">%s
                <label>Login <input name="login" required pattern="[a-z0-9_]{1,25}" maxlength="25"
                  autocapitalize="none" title="a to z, 0 to 9 and _"></label>
                <label>Name <input name="displayName" maxlength="50" placeholder="like the login"></label>
                <label class="scope"><input type="checkbox" name="channel" value="true" checked>
                <span>has a channel</span></label>
                <button name="decision" value="add">Add the account</button>
                </form></details>
                """.formatted(action, hidden);
    }

    private static String accounts(Realm realm) {
        List<Account> open = realm.accounts().of(realm.platform()).stream()
                .filter(account -> !account.banned())
                .toList();
        return open.stream()
                .map(account -> """
                        <label class="account"><input type="radio" name="account" value="%s"%s>
                        <span class="face">%s</span><span><b>%s</b><small>%s%s</small></span></label>
                        """.formatted(
                                Html.escape(account.login()),
                                account.equals(open.getFirst()) ? " checked" : "",
                                Html.escape(account.displayName().substring(0, 1)),
                                Html.escape(account.displayName()),
                                Html.escape(account.email()),
                                account.channel() ? "" : " · no channel"))
                .collect(Collectors.joining());
    }

    private String scopes(AuthorizationRequest asked) {
        return asked.scopes().stream()
                .map(scope -> """
                        <label class="scope"><input type="checkbox" name="scope" value="%s" checked%s> <span>%s</span></label>
                        """.formatted(
                                Html.escape(scope), provider.granular(scope) ? "" : " disabled", Html.escape(scope)))
                .collect(Collectors.joining("", "", "<p class=\"small\">" + hint(asked) + "</p>"));
    }

    private String hint(AuthorizationRequest asked) {
        String title = provider.realm().platform().title();
        return asked.scopes().stream().anyMatch(provider::granular)
                ? "At " + title + " you may leave some of it out."
                : "At " + title + " it is all or nothing.";
    }

    /** Carries out what the person has decided in the form. */
    Answer decide(Incoming request) {
        Parameters form = request.form();
        Parameters query = Parameters.parse(form.text("request"));
        return switch (form.text("decision")) {
            case "allow" -> Answer.redirect(302, allow(query, form.text("account"), form.all("scope"), true));
            case "deny" -> Answer.redirect(302, deny(query));
            case "add" -> add(query, form);
            default ->
                throw Refused.badRequest("the simulator does not know the decision '" + form.text("decision") + "'");
        };
    }

    /** Makes an account and shows the page again, with the new one among the others. */
    private Answer add(Parameters query, Parameters form) {
        Realm realm = provider.realm();
        realm.accounts()
                .make(
                        realm.platform(),
                        form.text("login"),
                        form.text("displayName"),
                        "",
                        form.text("channel").equals("true"));
        return Answer.redirect(303, realm.platform().prefix() + provider.authorizePath() + "?" + query.encoded());
    }

    /** The redirect after a consent; scopes outside {@code chosen} are kept only where a person cannot untick them. */
    String allow(Parameters query, String login, List<String> chosen, boolean onlyGranular) {
        AuthorizationRequest asked = asked(query);
        Account account = provider.realm().accounts().named(provider.realm().platform(), login);
        if (account.banned()) {
            throw Refused.badRequest("the account '" + login + "' is banned");
        }
        var ticked = new HashSet<>(chosen);
        List<String> scopes = asked.scopes().stream()
                .filter(scope -> ticked.contains(scope) || (onlyGranular && !provider.granular(scope)))
                .toList();
        return provider.allow(asked, account, scopes);
    }

    String deny(Parameters query) {
        return provider.deny(asked(query));
    }
}
