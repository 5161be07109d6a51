package dev.homelab.common.http;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;

/**
 * How every service asks over HTTP: bounded in time and size, and never redirected.
 *
 * @param connect the longest wait for a connection
 * @param deadline the longest wait from sending a request to the last byte of its answer
 * @param largest the largest body that is read; beyond it reading fails with an {@link OversizedAnswer}
 */
public record OutboundHttp(Duration connect, Duration deadline, DataSize largest) {

    /** A redirect would carry our credentials to an address that nobody configured, so it comes back as a 3xx answer. */
    public RestClient.Builder applyTo(RestClient.Builder builder) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(connect)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client);
        factory.setReadTimeout(deadline);
        return builder.requestFactory(factory)
                .requestInterceptor((request, body, execution) ->
                        new BoundedResponse(execution.execute(request, body), largest.toBytes()));
    }
}
