package dev.homelab.local.platform;

import java.util.Arrays;
import java.util.Locale;

/** What an address of a platform is for; faults and recorded requests are told apart by it. */
public enum Endpoint {
    AUTHORIZE,
    TOKEN,
    REVOKE,
    VALIDATE,
    INTROSPECT,
    USERS,
    CHANNELS,
    USERINFO,
    DISCOVERY,
    CERTS;

    /** The name in the control API, in lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Endpoint named(String id) {
        return Arrays.stream(values())
                .filter(endpoint -> endpoint.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.badRequest("the simulator does not know the endpoint '" + id + "'"));
    }
}
