package dev.homelab.streambot.platform;

/** A platform answered, but not with what was asked for. */
public final class UnusableAnswer extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnusableAnswer(String problem) {
        super(problem);
    }
}
