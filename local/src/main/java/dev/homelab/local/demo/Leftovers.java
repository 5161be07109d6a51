package dev.homelab.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The processes of a demo, written down so that the next demo can end what a killed one left running. */
record Leftovers(Path list) {

    private static final int GRACE_SECONDS = 10;

    /** Writes down all that descend from this process now. */
    void writeDown() {
        try (Stream<ProcessHandle> processes = ProcessHandle.current().descendants()) {
            Files.write(list, processes.map(Leftovers::line).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what is still there of the last demo. A number that belongs to somebody else by now is left alone. */
    void end() throws IOException {
        if (Files.exists(list)) {
            List<ProcessHandle> left = Files.readAllLines(list).stream()
                    .map(Leftovers::process)
                    .flatMap(Optional::stream)
                    .toList();
            left.forEach(ProcessHandle::destroy);
            left.forEach(Leftovers::insist);
            Files.delete(list);
        }
    }

    private static void insist(ProcessHandle process) {
        process.onExit()
                .completeOnTimeout(process, GRACE_SECONDS, TimeUnit.SECONDS)
                .join();
        process.destroyForcibly();
    }

    private static String line(ProcessHandle process) {
        return process.pid() + " " + startOf(process);
    }

    private static Optional<ProcessHandle> process(String line) {
        String[] words = line.split(" ", 2);
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(process -> startOf(process).equals(words[1]));
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
