package dev.homelab.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** People who have the overview open, and when each of them was told of one change. */
final class Viewers {

    private final Queue<Long> told = new ConcurrentLinkedQueue<>();

    /** Each reads until its stream has a line with that text. */
    Viewers(AdminBrowser browser, int many, String text) {
        for (int i = 0; i < many; i++) {
            Thread.ofVirtual().start(() -> watch(browser, text));
        }
    }

    private void watch(AdminBrowser browser, String text) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(browser.open("/live?since=" + Long.MAX_VALUE), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && !line.contains(text)) {
                line = lines.readLine();
            }
            if (line != null) {
                told.add(System.nanoTime());
            }
        } catch (IOException e) {
            // Whoever is cut off was told nothing, which is what is counted.
            return;
        }
    }

    int told() {
        return told.size();
    }

    /** From that moment of {@link System#nanoTime} to when the last was told. */
    Duration lastAfter(long moment) {
        return Duration.ofNanos(told.stream().mapToLong(Long::longValue).max().orElse(moment) - moment);
    }
}
