package dev.homelab.backup.postgres;

import dev.homelab.backup.problem.BackupProblem;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** One run of a tool, with nothing in its environment but what it needs. */
record ToolRun(String tool, List<String> command, Map<String, String> environment, Duration longest) {

    private static final int KEPT_BYTES = 8_192;
    private static final int KEPT_CHARACTERS = 400;

    /** Waits for its end; whatever it said is kept without {@code secret}. */
    void end(String secret) {
        Process process = start();
        try {
            FutureTask<String> said = new FutureTask<>(() -> beginning(process.getErrorStream()));
            Thread.ofPlatform().daemon().name(tool).start(said);
            if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new BackupProblem(tool + " did not end within " + longest.toMinutes() + " minutes");
            }
            if (process.exitValue() != 0) {
                throw new BackupProblem("%s ended with exit code %d: %s"
                        .formatted(tool, process.exitValue(), masked(said.get(), secret)));
            }
        } catch (ExecutionException e) {
            throw new BackupProblem("what " + tool + " said cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackupProblem(tool + " was ended, as the worker stops");
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start() {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().retainAll(List.of("PATH", "TMPDIR"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new BackupProblem(tool + " did not start", e);
        }
    }

    /** Reads all of it, so that the tool never waits, and keeps its beginning. */
    private static String beginning(InputStream stream) throws IOException {
        try (stream) {
            String kept = new String(stream.readNBytes(KEPT_BYTES), StandardCharsets.UTF_8);
            stream.transferTo(OutputStream.nullOutputStream());
            return kept;
        }
    }

    private static String masked(String said, String secret) {
        String line = String.join(" ", said.lines().map(String::strip).toList());
        String safe = secret.isEmpty() ? line : line.replace(secret, "***");
        return safe.substring(0, Math.min(safe.length(), KEPT_CHARACTERS));
    }
}
