package dev.homelab.discordbot.discord.connection;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Lets so many calls be under way at once that their connections can be kept: a burst makes none for each answer. */
final class AtOnce implements Interceptor {

    private final Semaphore free;

    AtOnce(int most) {
        this.free = new Semaphore(most, true);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        try {
            free.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while waiting for a connection");
        }
        try {
            return chain.proceed(chain.request());
        } finally {
            free.release();
        }
    }
}
