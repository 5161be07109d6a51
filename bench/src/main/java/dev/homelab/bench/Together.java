package dev.homelab.bench;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Several who do the same at once. One that fails ends the benchmark, or the others would be measured alone. */
final class Together {

    private Together() {}

    /** Returns when all are done; each is told its number, from 0 on. */
    static void run(int many, IntConsumer work) {
        List<Callable<Void>> all = IntStream.range(0, many)
                .<Callable<Void>>mapToObj(number -> () -> {
                    work.accept(number);
                    return null;
                })
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> each : threads.invokeAll(all)) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("one of those who come at once failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
