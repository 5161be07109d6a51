package dev.homelab.dashboard.status;

import dev.homelab.dashboard.check.CheckId;

/** What fails only because of an incident's cause. */
public record Affected(CheckId check, String title) {

    static Affected of(CheckStatus status) {
        return new Affected(status.id(), status.definition().title());
    }
}
