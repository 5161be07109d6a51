package dev.homelab.dashboard.readiness;

import dev.homelab.dashboard.check.Said;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that must be so, and how it is.
 *
 * @param id unique, 1 to 60 of a-z, 0-9 and -
 * @param part the title of the check that says so; empty for none
 * @param seen the evidence
 * @param advice what to do; null where nothing is to be done
 */
public record Item(
        String id,
        Section section,
        Verdict verdict,
        String part,
        Said seen,
        @Nullable Said advice) {

    /** Where it belongs. */
    public enum Section {
        DATABASE,
        REDIS,
        OBJECTS,
        DISCORD,
        STREAMERS,
        DASHBOARD,
        SECURITY,
        NETWORK,
        BACKUPS,
        MONITORING;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it is. */
    public enum Verdict {
        /** As it must be. */
        OK,
        /** Good enough to begin with. */
        WARN,
        /** Nobody should rely on it. */
        FAIL,
        /** Switched off by whoever set it up. */
        OFF;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Item ok(String id, Section section, Object... evidence) {
        return new Item(id, section, Verdict.OK, "", Said.of("ready." + id + ".ok", evidence), null);
    }

    static Item off(String id, Section section) {
        return new Item(id, section, Verdict.OFF, "", Said.of("ready." + id + ".not", ""), said(id, "do"));
    }

    static Item warn(String id, Section section, Object... evidence) {
        return new Item(id, section, Verdict.WARN, "", Said.of("ready." + id + ".not", evidence), said(id, "do"));
    }

    static Item fail(String id, Section section, Object... evidence) {
        return new Item(id, section, Verdict.FAIL, "", Said.of("ready." + id + ".not", evidence), said(id, "do"));
    }

    private static Said said(String id, String what) {
        return Said.of("ready." + id + "." + what);
    }
}
