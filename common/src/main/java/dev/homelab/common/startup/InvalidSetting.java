package dev.homelab.common.startup;

/** A setting that stops the start: its name, what is wrong with it, and the way out. Never carries the value of a secret. */
public final class InvalidSetting extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String wayOut;

    public InvalidSetting(String setting, String problem, String wayOut) {
        super(setting + " " + problem);
        this.wayOut = wayOut;
    }

    String wayOut() {
        return wayOut;
    }
}
