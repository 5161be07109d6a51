package dev.homelab.local.platform;

/** An application registered at a platform. */
public record Client(String id, String secret) {

    boolean hasSecret(String presented) {
        return secret.equals(presented);
    }

    @Override
    public String toString() {
        return "Client[id=" + id + ", secret=***]";
    }
}
