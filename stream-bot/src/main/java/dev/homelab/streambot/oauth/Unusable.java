package dev.homelab.streambot.oauth;

import java.util.Locale;

/** Why a callback's state cannot be used; told apart in the audit, and never to whoever came with it. */
enum Unusable {
    UNKNOWN,
    REPLAYED,
    EXPIRED,
    WRONG_BROWSER,
    WRONG_PLATFORM,
    LOST_RACE;

    String outcome() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
