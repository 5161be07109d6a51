package dev.homelab.discordbot.discord.connection;

import java.io.IOException;
import java.net.HttpURLConnection;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * JDA repeats what Discord's front answered with 502 to 529 and what a broken connection left unanswered, though it may
 * have been done, and a second thread or message would be made. A plain 500 it leaves to us: repair looks for what was
 * made before it makes anything.
 */
final class NothingTwice implements Interceptor {

    private static final Logger log = LoggerFactory.getLogger(NothingTwice.class);

    @Override
    public Response intercept(Chain chain) throws IOException {
        return makesSomething(chain.request()) ? once(chain) : chain.proceed(chain.request());
    }

    private static Response once(Chain chain) throws IOException {
        Response response;
        try {
            response = chain.proceed(chain.request());
        } catch (IOException unanswered) {
            log.warn("Discord did not answer {}: {}", chain.request().url().encodedPath(), unanswered.getMessage());
            return new Response.Builder()
                    .request(chain.request())
                    .protocol(Protocol.HTTP_1_1)
                    .code(HttpURLConnection.HTTP_INTERNAL_ERROR)
                    .message("unanswered")
                    .body(ResponseBody.create("{}", MediaType.get("application/json")))
                    .build();
        }
        if (response.code() <= HttpURLConnection.HTTP_INTERNAL_ERROR) {
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
