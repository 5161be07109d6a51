package dev.homelab.local.server;

/** A running server; closing it stops its process and keeps its data folder. */
public interface LocalServer extends AutoCloseable {

    /** Where and with what to connect. */
    ServerAddress address();

    @Override
    void close();
}
