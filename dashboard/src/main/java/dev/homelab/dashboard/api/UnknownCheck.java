package dev.homelab.dashboard.api;

/** There is no such check. */
final class UnknownCheck extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
