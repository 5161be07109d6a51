package dev.homelab.dashboard.history;

import java.time.Duration;

/** For how long back uptime is told. */
public enum Span {
    DAY(1),
    WEEK(7),
    MONTH(30),
    QUARTER(90),
    YEAR(365);

    private final int days;

    Span(int days) {
        this.days = days;
    }

    public int days() {
        return days;
    }

    public Duration length() {
        return Duration.ofDays(days);
    }
}
