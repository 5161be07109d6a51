package dev.homelab.discordbot.language;

/** Something a person asked for and does not get; the phrase tells them why, and what they can do. */
public abstract class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Phrase phrase;

    protected Refusal(Phrase phrase) {
        super(phrase.key());
        this.phrase = phrase;
    }

    public Phrase phrase() {
        return phrase;
    }
}
