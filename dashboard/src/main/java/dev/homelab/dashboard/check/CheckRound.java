package dev.homelab.dashboard.check;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Runs all checks side by side; a check that does not come back in time has found its part down. */
@Component
public class CheckRound implements AutoCloseable {

    private final List<Check> checks;
    private final CheckSettings settings;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    CheckRound(List<Check> checks, CheckSettings settings) {
        this.checks = checks;
        this.settings = settings;
    }

    /** One finding for each part, in no order. */
    public List<Finding> run() {
        List<CompletableFuture<Finding>> running =
                checks.stream().map(this::start).toList();
        return running.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<Finding> start(Check check) {
        long deadline = settings.deadline().toMillis();
        Finding late = Finding.down(check.part(), "Did not answer within " + deadline + " ms.");
        return CompletableFuture.supplyAsync(check::run, threads)
                .completeOnTimeout(late, deadline, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
