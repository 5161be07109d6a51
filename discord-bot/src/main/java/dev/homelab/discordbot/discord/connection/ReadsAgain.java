package dev.homelab.discordbot.discord.connection;

import java.io.IOException;
import java.io.InterruptedIOException;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Asks once more, over a new connection, what was only to be read. A kept connection may have been closed at the other
 * end by now, and OkHttp looks for that before a POST but not before a GET.
 */
final class ReadsAgain implements Interceptor {

    private final ConnectionPool kept;

    ReadsAgain(ConnectionPool kept) {
        this.kept = kept;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        try {
            return chain.proceed(chain.request());
        } catch (InterruptedIOException tookTooLong) {
            throw tookTooLong;
        } catch (IOException broken) {
            if (!chain.request().method().equals("GET")) {
                throw broken;
            }
            kept.evictAll();
            return chain.proceed(chain.request());
        }
    }
}
