package dev.homelab.streambot.connection;

/** How many links of a platform are in a state. */
public interface StateCount {

    String getPlatform();

    ConnectionState getState();

    long getLinks();
}
