package dev.homelab.dashboard.status;

import dev.homelab.dashboard.check.Part;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of the history. */
@Entity
public class StateChange {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Enumerated(EnumType.STRING)
    private Part part;

    @Enumerated(EnumType.STRING)
    private Health health;

    private String detail;
    private Instant since;

    @SuppressWarnings("NullAway.Init")
    protected StateChange() {}

    StateChange(PartStatus status) {
        this.part = status.part();
        this.health = status.health();
        this.detail = status.detail();
        this.since = status.since();
    }

    public Part part() {
        return part;
    }

    public Health health() {
        return health;
    }

    public String detail() {
        return detail;
    }

    public Instant since() {
        return since;
    }
}
