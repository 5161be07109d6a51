package dev.homelab.dashboard.status;

import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Health;
import dev.homelab.dashboard.check.Said;

/**
 * What is to blame for an incident, with the evidence of the moment; kept as it was, whatever becomes of the check.
 *
 * @param check of an outside alert, a name made of its labels
 */
public record Cause(CheckId check, String title, Health health, Said said) {

    static Cause of(CheckStatus status) {
        return new Cause(
                status.id(),
                status.definition().title(),
                status.health(),
                status.finding().said());
    }
}
