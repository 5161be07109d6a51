package dev.homelab.dashboard.access;

/** Something that cannot be done with a person; the message is the key of a text. */
public final class PersonRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;

    public PersonRefused(String key) {
        super(key);
        this.key = key;
    }

    public String key() {
        return key;
    }
}
