package dev.homelab.local.demo;

import java.util.ArrayDeque;
import java.util.Deque;

/** Stops what was started, last first; a Ctrl-C in the middle of the start finds what there is by then. */
public final class Shutdown implements AutoCloseable {

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Console console;
    private volatile boolean over;

    private Shutdown(Console console) {
        this.console = console;
    }

    /** Runs when the process ends, however that comes about short of a SIGKILL. */
    public static Shutdown atExit(Console console) {
        Shutdown shutdown = new Shutdown(console);
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::close, "stop"));
        return shutdown;
    }

    public synchronized <T extends AutoCloseable> T add(T part) {
        if (over) {
            stop(part);
            throw new DemoProblem("It was stopped while it started.");
        }
        started.push(part);
        return part;
    }

    /** Whether the end has begun. A Ctrl-C reaches every process of the terminal, which then ends before it is told to. */
    boolean isOver() {
        return over;
    }

    @Override
    public void close() {
        over = true;
        stopAll();
    }

    private synchronized void stopAll() {
        while (!started.isEmpty()) {
            stop(started.pop());
        }
    }

    private void stop(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            console.say("Not stopped cleanly: " + e.getMessage());
        }
    }
}
