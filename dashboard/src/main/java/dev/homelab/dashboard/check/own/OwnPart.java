package dev.homelab.dashboard.check.own;

import dev.homelab.dashboard.check.Finding;
import dev.homelab.dashboard.check.Target;
import java.time.Duration;

/** Asks one of our own parts; as {@link dev.homelab.dashboard.check.Prober#ask}. */
interface OwnPart {

    Target.Own.Part part();

    /**
     * Looks.
     *
     * @param which of several, such as a platform's id; empty where there is one
     */
    Finding ask(String which, Duration atMost) throws Exception;
}
