package dev.homelab.discordbot.discord.connection;

import java.io.IOException;
import java.net.HttpURLConnection;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * JDA repeats what Discord's front answered with 502 to 529, though it may have been done, and a second thread or message
 * would be made. A plain 500 it leaves to us: repair looks for what was made before it makes anything.
 */
final class NothingTwice implements Interceptor {

    private static final Logger log = LoggerFactory.getLogger(NothingTwice.class);

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (response.code() <= HttpURLConnection.HTTP_INTERNAL_ERROR || !makesSomething(chain.request())) {
            return response;
        }
        log.warn("Discord answered {} with {}", chain.request().url().encodedPath(), response.code());
        return response.newBuilder().code(HttpURLConnection.HTTP_INTERNAL_ERROR).build();
    }

    private static boolean makesSomething(Request request) {
        return request.method().equals("POST")
                && request.url().encodedPath().matches(".*/channels/\\d+/(threads|messages)|.*/guilds/\\d+/channels");
    }
}
