package dev.homelab.local.platform;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/** Where a person chooses an account and allows or denies what a client asks for. */
record ConsentPage(Provider provider) {

    static final String PATH = "/consent";

    Answer show(Incoming request, String query) {
        AuthorizationRequest asked = provider.authorization(request.query());
        Realm realm = provider.realm();
        String title = "Sign in with " + realm.platform().title();
        String body = """
                <main class="card">
                <p class="brand">%s <small>simulated</small></p>
                <h1><strong>%s</strong> asks for access</h1>
                <form method="post" action="%s">
                <input type="hidden" name="request" value="%s">
                <fieldset><legend>Who are you?</legend>%s</fieldset>
                <fieldset><legend>It would like to</legend>%s</fieldset>
                <p class="buttons"><button name="decision" value="deny">Deny</button>
                <button class="main" name="decision" value="allow">Allow</button></p>
                </form>
                <p class="small">You will go to %s</p>
                </main>
                """.formatted(
                        Html.escape(realm.platform().title()),
                        Html.escape(realm.client().id()),
                        realm.platform().prefix() + PATH,
                        Html.escape(query),
                        accounts(realm),
                        scopes(asked),
                        Html.escape(asked.redirectUri()));
        return Answer.html(200, Html.page(title, realm.platform().id(), body));
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
                .collect(Collectors.joining());
    }

    /** Carries out what the person has decided in the form. */
    Answer decide(Incoming request) {
        Parameters query = Parameters.parse(request.form().text("request"));
        if (request.form().text("decision").equals("allow")) {
            List<String> ticked = request.form().all("scope");
            return Answer.redirect(302, allow(query, request.form().text("account"), ticked, true));
        }
        return Answer.redirect(302, deny(query));
    }

    /** The redirect after a consent; scopes outside {@code chosen} are kept only where a person cannot untick them. */
    String allow(Parameters query, String login, List<String> chosen, boolean onlyGranular) {
        AuthorizationRequest asked = provider.authorization(query);
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
        return provider.deny(provider.authorization(query));
    }
}
