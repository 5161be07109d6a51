package dev.homelab.discordbot.ticket;

/** A ticket refused a move that its state does not allow; the message is for people. */
public final class WrongMove extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    WrongMove(String message) {
        super(message);
    }
}
