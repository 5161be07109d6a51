package dev.homelab.local.demo;

import dev.homelab.local.server.ChildProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A service as a process that is started again when it ends, as {@code restart: unless-stopped} does. */
final class SupervisedService implements AutoCloseable {

    static final Duration RESTART_AFTER = Duration.ofSeconds(5);
    private static final Duration START_WITHIN = Duration.ofMinutes(2);

    private final ServiceApp app;
    private final Map<String, String> environment;
    private final URI readyz;
    private final Path log;
    private final Runnable processesChanged;
    private final BooleanSupplier allIsOver;
    private final Console console;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private volatile ChildProcess process;
    private volatile boolean stopping;

    SupervisedService(
            ServiceApp app,
            int port,
            Map<String, String> environment,
            Path logs,
            Runnable processesChanged,
            BooleanSupplier allIsOver,
            Console console) {
        this.app = app;
        this.environment = environment;
        this.readyz = URI.create("http://localhost:" + port + "/readyz");
        this.log = logs.resolve(app.name() + ".log");
        this.processesChanged = processesChanged;
        this.allIsOver = allIsOver;
        this.console = console;
        this.process = launch();
    }

    private ChildProcess launch() {
        ChildProcess launched = ChildProcess.start(app.name(), app.command(), environment, log);
        processesChanged.run();
        return launched;
    }

    /** Waits for the first readiness; from then on the process is started again whenever it ends. */
    void awaitReady() {
        try {
            process.awaitReady(this::isReady, START_WITHIN);
        } catch (IllegalStateException e) {
            throw new DemoProblem(e.getMessage() + " (all of it: " + log + ")");
        }
        watch(process);
    }

    private void watch(ChildProcess watched) {
        Executor later = CompletableFuture.delayedExecutor(RESTART_AFTER.toMillis(), TimeUnit.MILLISECONDS);
        var _ = watched.onExit().thenRun(() -> {
            if (!isStopping()) {
                console.say(app.name() + " ended with exit code " + watched.exitCode() + "; it starts again in "
                        + RESTART_AFTER.toSeconds() + " s.");
                later.execute(this::restart);
            }
        });
    }

    private boolean isStopping() {
        return stopping || allIsOver.getAsBoolean();
    }

    private synchronized void restart() {
        if (!isStopping()) {
            process = launch();
            watch(process);
        }
    }

    boolean isReady() {
        HttpRequest request =
                HttpRequest.newBuilder(readyz).timeout(Duration.ofSeconds(2)).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    String name() {
        return app.name();
    }

    long pid() {
        return process.pid();
    }

    /** Ends the process as a crash would. */
    void crash() {
        process.handle().destroyForcibly();
    }

    @Override
    public void close() {
        synchronized (this) {
            stopping = true;
        }
        process.close();
        http.close();
    }
}
