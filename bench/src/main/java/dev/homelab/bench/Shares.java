package dev.homelab.bench;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Who has used the processors so far, in seconds.
 *
 * @param simulator with the load, which is one process with it
 */
record Shares(double at, double service, double simulator, double postgres) {

    /** The processors' use until now by a service, its database's server, and this process. */
    static Shares now(Database database, ProcessHandle service) {
        Stream<ProcessHandle> postgres = database.column("SELECT pid FROM pg_stat_activity").stream()
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream());
        return new Shares(
                System.nanoTime() / 1e9,
                seconds(Stream.of(service)),
                seconds(Stream.of(ProcessHandle.current())),
                seconds(postgres));
    }

    private static double seconds(Stream<ProcessHandle> processes) {
        return processes
                        .flatMap(process -> process.info().totalCpuDuration().stream())
                        .mapToLong(Duration::toMillis)
                        .sum()
                / 1000.0;
    }

    Shares since(Shares earlier) {
        return new Shares(
                at - earlier.at, service - earlier.service, simulator - earlier.simulator, postgres - earlier.postgres);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.2f s, of %d processors the service %.2f, simulator and load %.2f, PostgreSQL %.2f",
                at,
                Runtime.getRuntime().availableProcessors(),
                service / at,
                simulator / at,
                postgres / at);
    }
}
