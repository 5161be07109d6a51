package dev.homelab.dashboard.web;

/** A page needs one of our services, which does not answer well. */
public final class BotAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String service;

    public BotAway(String service, Exception cause) {
        super(cause);
        this.service = service;
    }

    String service() {
        return service;
    }
}
