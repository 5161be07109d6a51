package dev.homelab.bench;

import java.util.Locale;

/** What is measured in a crowd. */
enum Act {
    OPEN,
    CLOSE,
    REPAIR,
    CLEANUP;

    /** Returns the milliseconds that it took. */
    double playIn(CrowdedServer server) {
        return switch (this) {
            case OPEN -> server.open();
            case CLOSE -> server.close();
            case REPAIR -> server.repair();
            case CLEANUP -> server.cleanUp();
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
