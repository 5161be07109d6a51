package dev.homelab.dashboard.check;

/** What one look at something found. */
public record Finding(Health health, Said said) {

    public static Finding up(String key, Object... args) {
        return new Finding(Health.UP, Said.of(key, args));
    }

    public static Finding degraded(String key, Object... args) {
        return new Finding(Health.DEGRADED, Said.of(key, args));
    }

    public static Finding down(String key, Object... args) {
        return new Finding(Health.DOWN, Said.of(key, args));
    }

    /** Nobody could look. */
    public static Finding unknown(String key, Object... args) {
        return new Finding(Health.UNKNOWN, Said.of(key, args));
    }
}
