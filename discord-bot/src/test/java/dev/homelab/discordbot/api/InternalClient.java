package dev.homelab.discordbot.api;

import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** Another service, as it calls this one. */
final class InternalClient {

    static final String DASHBOARD = "0123456789abcdef0123456789abcdef";
    static final String STREAM_BOT = "fedcba9876543210fedcba9876543210";

    private InternalClient() {}

    static <T> T of(String origin, String token, Class<T> contract) {
        RestClient client = RestClient.builder()
                .baseUrl(origin)
                .defaultHeader("Authorization", "Bearer " + token)
                .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build()
                .createClient(contract);
    }
}
