package dev.homelab.local.platform;

import java.util.List;
import java.util.Set;

/** A platform's own way of speaking OAuth, and its first API calls. */
sealed interface Provider permits Twitch, Google, Kick {

    Realm realm();

    /** Where consent starts, below the platform's prefix. */
    String authorizePath();

    /** What the platform's consent takes besides the parameters of OAuth 2 and PKCE. */
    Set<String> authorizeParameters();

    List<Route> routes();

    /** Checks what a client asks for as the platform does; {@link Refused} with the platform's own answer. */
    AuthorizationRequest authorization(Parameters query);

    /** Whether the person may leave this scope out and still allow the rest. */
    boolean granular(String scope);

    /** Where the browser goes after the person has allowed it. */
    String allow(AuthorizationRequest request, Account account, List<String> scopes);

    /** Where the browser goes after the person has denied it. */
    String deny(AuthorizationRequest request);

    /** Ends the grant, and whatever ends with it at this platform. */
    void revoke(Grant grant);
}
