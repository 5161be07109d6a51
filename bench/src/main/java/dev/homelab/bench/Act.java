package dev.homelab.bench;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What is measured in a crowd. */
enum Act {
    OPEN,
    CLOSE,
    REPAIR,
    CLEANUP,
    /** What the simulated Discord takes for the list that repair asks for: no cost of the bot's. */
    LIST;

    static final Set<Act> OF_THE_BOT = Collections.unmodifiableSet(EnumSet.range(OPEN, CLEANUP));

    /** Returns the milliseconds that it took. */
    double playIn(CrowdedServer server) {
        return switch (this) {
            case OPEN -> server.open();
            case CLOSE -> server.close();
            case REPAIR -> server.repair();
            case LIST -> server.list();
            case CLEANUP -> server.cleanUp();
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
