package dev.homelab.dashboard.check;

/** What one check found; {@code detail} is a sentence for people, without secrets. */
public record Finding(Part part, boolean up, String detail) {

    public static Finding up(Part part, String detail) {
        return new Finding(part, true, detail);
    }

    public static Finding down(Part part, String detail) {
        return new Finding(part, false, detail);
    }
}
