package dev.homelab.local.server;

/** Stands between a service under test and a database of its own, and can be shut. */
public final class DatabaseGate implements AutoCloseable {

    private final ServerAddress postgres = TestServers.postgres();
    private final String direct = TestServers.freshDatabase();
    private final Gate gate = new Gate(postgres);

    public String jdbc() {
        return gate.address().jdbc(direct.substring(direct.lastIndexOf('/') + 1));
    }

    /** The same database, past the gate. */
    public String direct() {
        return direct;
    }

    public String user() {
        return postgres.user();
    }

    public String password() {
        return postgres.password();
    }

    /** Breaks every connection, and lets no new one in. */
    public void shut() {
        gate.shut();
    }

    public void open() {
        gate.open();
    }

    @Override
    public void close() {
        gate.close();
    }
}
