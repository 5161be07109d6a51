package dev.homelab.streambot.encryption;

/** A ciphertext that no key of the keyset opens at this place. */
public final class Undecipherable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean keyMissing;

    private Undecipherable(String problem, boolean keyMissing) {
        super(problem);
        this.keyMissing = keyMissing;
    }

    static Undecipherable damaged(String place) {
        return new Undecipherable("nothing in the keyset opens " + place, false);
    }

    static Undecipherable withoutKey(int key, String place) {
        return new Undecipherable(
                "the keyset lacks the key " + Integer.toUnsignedString(key) + ", which opens " + place, true);
    }

    /** Whether it may be whole, and its key is only not here. */
    public boolean isKeyMissing() {
        return keyMissing;
    }
}
