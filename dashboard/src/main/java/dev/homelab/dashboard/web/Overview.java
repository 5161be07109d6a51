package dev.homelab.dashboard.web;

import dev.homelab.common.contract.ConnectionsOverview;
import dev.homelab.common.contract.TicketsOverview;
import dev.homelab.dashboard.status.Headline;
import dev.homelab.dashboard.status.PartStatus;
import dev.homelab.dashboard.status.StateChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page shows; null where a bot has never answered. */
record Overview(
        Headline headline,
        List<PartStatus> parts,
        @Nullable TicketsOverview tickets,
        @Nullable ConnectionsOverview connections,
        List<StateChange> history) {}
