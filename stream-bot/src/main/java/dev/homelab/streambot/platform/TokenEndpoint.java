package dev.homelab.streambot.platform;

import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Spring Security's token clients, with our deadlines and with every refusal as a {@link TokenRefused}. */
@Configuration(proxyBeanMethods = false)
class TokenEndpoint {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final RestClient client;
    private final Clock clock;

    TokenEndpoint(PlatformHttp http, Clock clock) {
        this.clock = clock;
        var answers = new OAuth2AccessTokenResponseHttpMessageConverter();
        answers.setAccessTokenResponseConverter(TokenAnswer::read);
        // To throw away tokens because of a wrong content type would lose what was rotated for them.
        answers.setSupportedMediaTypes(List.of(MediaType.ALL));
        this.client = http.client()
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(answers))
                .defaultStatusHandler(status -> !status.is2xxSuccessful(), (request, answer) -> {
                    throw refusal(answer);
                })
                .build();
    }

    @Bean
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes() {
        var codes = new RestClientAuthorizationCodeTokenResponseClient();
        codes.setRestClient(client);
        return codes;
    }

    @Bean
    OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshTokens() {
        var refreshTokens = new RestClientRefreshTokenTokenResponseClient();
        refreshTokens.setRestClient(client);
        return refreshTokens;
    }

    private TokenRefused refusal(ClientHttpResponse answer) throws IOException {
        HttpStatusCode status = answer.getStatusCode();
        JsonNode body = json(answer.getBody().readAllBytes());
        String description = text(body, "error_description");
        return new TokenRefused(
                status.value(),
                text(body, "error"),
                description.isEmpty() ? text(body, "message") : description,
                retryAfter(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)));
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException notJson) {
            return JSON.valueToTree(Map.of());
        }
    }

    private static String text(JsonNode body, String name) {
        JsonNode value = body.path(name);
        return value.isString() ? value.asString() : "";
    }

    /** Seconds or a date, as RFC 9110 has it. */
    private @Nullable Duration retryAfter(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            Duration wait = header.matches("[0-9]{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(header))
                    : Duration.between(
                            clock.instant(), ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME));
            return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        } catch (DateTimeException neither) {
            return null;
        }
    }
}
