package dev.homelab.backup.encryption;

/** A dump that the keys that are set do not open; the message says why, in a sentence. */
public final class Undecipherable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Undecipherable(String sentence) {
        super(sentence);
    }
}
