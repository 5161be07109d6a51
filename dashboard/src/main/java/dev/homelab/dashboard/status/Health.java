package dev.homelab.dashboard.status;

/** Worst first. {@code AFFECTED} parts fail because of another; {@code UNKNOWN} is what nobody has looked at. */
public enum Health {
    DOWN("down"),
    AFFECTED("affected"),
    UNKNOWN("unknown"),
    UP("up");

    private final String label;

    Health(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
