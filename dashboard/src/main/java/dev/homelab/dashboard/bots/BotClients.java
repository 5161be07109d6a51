package dev.homelab.dashboard.bots;

import dev.homelab.common.contract.ConnectionsApi;
import dev.homelab.common.contract.TicketsApi;
import dev.homelab.common.http.OutboundHttp;
import java.net.URI;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

@Configuration
class BotClients {

    private static final OutboundHttp HTTP =
            new OutboundHttp(Duration.ofSeconds(1), Duration.ofSeconds(2), DataSize.ofMegabytes(1));

    @Bean
    TicketsApi tickets(RestClient.Builder builder, BotSettings settings) {
        return client(builder, settings.discordBotUrl(), settings, TicketsApi.class);
    }

    @Bean
    ConnectionsApi connections(RestClient.Builder builder, BotSettings settings) {
        return client(builder, settings.streamBotUrl(), settings, ConnectionsApi.class);
    }

    @Bean
    BotProbe discordBot(RestClient.Builder builder, BotSettings settings) {
        return new BotProbe(
                HTTP.applyTo(builder).baseUrl(settings.discordBotUrl()).build());
    }

    @Bean
    BotProbe streamBot(RestClient.Builder builder, BotSettings settings) {
        return new BotProbe(
                HTTP.applyTo(builder).baseUrl(settings.streamBotUrl()).build());
    }

    private static <T> T client(RestClient.Builder builder, URI address, BotSettings settings, Class<T> contract) {
        RestClient client = HTTP.applyTo(builder)
                .baseUrl(address)
                .defaultHeader(
                        HttpHeaders.AUTHORIZATION, "Bearer " + settings.token().reveal())
                .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build()
                .createClient(contract);
    }
}
