package dev.homelab.streambot.encryption;

/** A ciphertext that no key of the keyset opens at this place. */
public final class Undecipherable extends RuntimeException {

    private static final long serialVersionUID = 1;

    Undecipherable(String place) {
        super("nothing in the keyset opens " + place);
    }
}
