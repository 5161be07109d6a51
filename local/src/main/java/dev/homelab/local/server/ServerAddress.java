package dev.homelab.local.server;

/** A server on this machine's loopback; these are throw-away credentials of a stand-in, never a secret of anybody's. */
public record ServerAddress(String host, int port, String user, String password) {

    public String http() {
        return "http://" + host + ":" + port;
    }

    public String redis() {
        return "redis://" + host + ":" + port;
    }

    /** {@code database} is taken as it is: names here are ours. */
    public String jdbc(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }
}
