package dev.homelab.local.platform;

import java.net.URI;
import java.time.Clock;
import java.util.Set;

/** What one platform knows: its client, its accounts, its grants. */
record Realm(
        Platform platform, Client client, Accounts accounts, Grants grants, Clock clock, Set<String> redirectUris) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    boolean knowsClient(String id) {
        return client.id().equals(id);
    }

    /** Whether a redirect address is registered: to the letter, or anywhere on this machine where none is. */
    boolean registered(String redirectUri) {
        if (!redirectUris.isEmpty()) {
            return redirectUris.contains(redirectUri);
        }
        try {
            String host = URI.create(redirectUri).getHost();
            return host != null && (THIS_MACHINE.contains(host) || host.endsWith(".localhost"));
        } catch (IllegalArgumentException broken) {
            return false;
        }
    }

    /** The account of a grant as it is now. */
    Account account(Grant grant) {
        return accounts.named(platform, grant.account().login());
    }
}
