package dev.homelab.dashboard.bots;

import dev.homelab.common.contract.BackupsApi;
import dev.homelab.common.contract.ChannelNoticesApi;
import dev.homelab.common.contract.ConnectionsApi;
import dev.homelab.common.contract.ServersApi;
import dev.homelab.common.contract.TicketTypesApi;
import dev.homelab.common.contract.TicketsApi;
import dev.homelab.common.correlation.Correlation;
import dev.homelab.common.http.OutboundHttp;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpExchangeAdapterDecorator;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

@Configuration
class BotClients {

    private static final OutboundHttp HTTP =
            new OutboundHttp(Duration.ofSeconds(1), Duration.ofSeconds(2), DataSize.ofMegabytes(1));

    private final RestClient.Builder builder;
    private final BotSettings settings;

    BotClients(RestClient.Builder builder, BotSettings settings) {
        this.builder = builder;
        this.settings = settings;
    }

    @Bean
    TicketsApi tickets() {
        return client(settings.discordBotUrl(), TicketsApi.class);
    }

    @Bean
    TicketTypesApi ticketTypes() {
        return client(settings.discordBotUrl(), TicketTypesApi.class);
    }

    /** The bot waits for Discord before it answers. */
    @Bean
    ChannelNoticesApi channelNotices() {
        return client(
                new OutboundHttp(Duration.ofSeconds(1), Duration.ofSeconds(20), DataSize.ofKilobytes(64)),
                settings.discordBotUrl(),
                ChannelNoticesApi.class);
    }

    @Bean
    ServersApi servers() {
        return client(settings.discordBotUrl(), ServersApi.class);
    }

    @Bean
    ConnectionsApi connections() {
        return client(settings.streamBotUrl(), ConnectionsApi.class);
    }

    /** Without a backup worker whoever asks hears that nothing listens there. */
    @Bean
    BackupsApi backups() {
        return client(
                settings.hasBackup() ? Objects.requireNonNull(settings.backupUrl()) : URI.create("http://localhost:1"),
                BackupsApi.class);
    }

    @Bean
    BotProbes botProbes() {
        return new BotProbes(HTTP.applyTo(builder.clone()).build());
    }

    private <T> T client(URI address, Class<T> contract) {
        return client(HTTP, address, contract);
    }

    private <T> T client(OutboundHttp http, URI address, Class<T> contract) {
        RestClient client = http.applyTo(builder.clone())
                .requestInterceptor(Correlation.passedOn())
                .baseUrl(address)
                .defaultHeader(
                        HttpHeaders.AUTHORIZATION, "Bearer " + settings.token().reveal())
                .build();
        return HttpServiceProxyFactory.builderFor(new Answering(RestClientAdapter.create(client)))
                .build()
                .createClient(contract);
    }

    /** Takes an empty answer, where one with a body is due, for a failure, as the contracts know no null. */
    private static class Answering extends HttpExchangeAdapterDecorator {

        Answering(HttpExchangeAdapter adapter) {
            super(adapter);
        }

        @Override
        public <T> T exchangeForBody(HttpRequestValues values, ParameterizedTypeReference<T> type) {
            T body = super.exchangeForBody(values, type);
            if (body == null) {
                throw new RestClientException("Answered with nothing");
            }
            return body;
        }
    }
}
