package dev.homelab.backup.drill;

/** A backup that was looked at and is not what it was when it was made; the message says how, in a sentence. */
public final class Damaged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Damaged(String sentence) {
        super(sentence);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
