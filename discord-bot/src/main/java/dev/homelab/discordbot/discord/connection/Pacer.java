package dev.homelab.discordbot.discord.connection;

import io.github.bucket4j.Bucket;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Keeps calls within Discord's limit: JDA sends until a 429 stops everything for whole seconds. A call was counted by
 * the time of its answer, so one more goes only a second after an answer, however the network dawdles; and they go
 * evenly, so that they do not wait for each other there.
 */
final class Pacer implements Interceptor {

    /** Turns that were missed because a thread woke up late. */
    private static final int CATCHING_UP = 5;

    private final Bucket evenly;
    private final Semaphore window;
    private final Lock turn = new ReentrantLock(true);
    private final Executor secondLater = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, Runnable::run);

    /** @param callsPerSecond those that count; what answers interactions does not */
    Pacer(int callsPerSecond) {
        this.window = new Semaphore(callsPerSecond);
        this.evenly = Bucket.builder()
                .addLimit(limit -> limit.capacity(Math.min(CATCHING_UP, callsPerSecond))
                        .refillGreedy(callsPerSecond, Duration.ofSeconds(1)))
                .build();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        String path = chain.request().url().encodedPath();
        if (path.contains("/interactions/") || path.contains("/webhooks/")) {
            return chain.proceed(chain.request());
        }
        await();
        try {
            return chain.proceed(chain.request());
        } finally {
            secondLater.execute(window::release);
        }
    }

    /** One after the other, so that those who were held up meanwhile do not all go at once afterwards. */
    private void await() throws IOException {
        try {
            turn.lockInterruptibly();
            try {
                evenly.asBlocking().consume(1);
                window.acquire();
            } finally {
                turn.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while waiting for a turn");
        }
    }
}
