package dev.homelab.discordbot.discord.connection;

import io.github.bucket4j.Bucket;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Holds calls back to just below Discord's limit: JDA sends until a 429 stops everything for whole seconds. */
final class Pacer implements Interceptor {

    private final Bucket bucket;
    private final Lock turn = new ReentrantLock(true);

    /** @param callsPerSecond those that count; what answers interactions does not */
    Pacer(int callsPerSecond) {
        this.bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(1).refillGreedy(callsPerSecond, Duration.ofSeconds(1)))
                .build();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        String path = chain.request().url().encodedPath();
        if (!path.contains("/interactions/") && !path.contains("/webhooks/")) {
            await();
        }
        return chain.proceed(chain.request());
    }

    /** One after the other, so that those who were held up meanwhile do not all go at once afterwards. */
    private void await() throws IOException {
        try {
            turn.lockInterruptibly();
            try {
                bucket.asBlocking().consume(1);
            } finally {
                turn.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while waiting for a turn");
        }
    }
}
