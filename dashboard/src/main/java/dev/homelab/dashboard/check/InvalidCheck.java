package dev.homelab.dashboard.check;

/** A check that cannot be, in words for whoever wrote it. */
public final class InvalidCheck extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Said said;

    public InvalidCheck(Said said) {
        super(said.toString());
        this.said = said;
    }

    public Said said() {
        return said;
    }
}
