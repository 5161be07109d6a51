package dev.homelab.dashboard.access.provider;

import dev.homelab.common.http.OutboundHttp;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Whose a token is. */
@Component
class Accounts {

    static final OutboundHttp HTTP =
            new OutboundHttp(Duration.ofSeconds(3), Duration.ofSeconds(8), DataSize.ofMegabytes(1));

    private final RestClient discord;

    Accounts(DiscordSettings settings) {
        this.discord =
                HTTP.applyTo(RestClient.builder()).baseUrl(settings.apiUri()).build();
    }

    private record DiscordUser(
            String id, @Nullable String username, @Nullable String global_name) {}

    /** Asks Discord. */
    Account ofDiscord(OAuth2UserRequest request) {
        try {
            DiscordUser user = Objects.requireNonNull(discord.get()
                    .uri("users/@me")
                    .headers(headers ->
                            headers.setBearerAuth(request.getAccessToken().getTokenValue()))
                    .retrieve()
                    .body(DiscordUser.class));
            if (!user.id().matches("[0-9]{1,20}")) {
                throw new OAuth2AuthenticationException(new OAuth2Error("user_unknown"));
            }
            return new Account.OfDiscord(user.id(), firstOf(user.username(), user.global_name(), user.id()));
        } catch (RestClientException | NullPointerException e) {
            throw new OAuth2AuthenticationException(new OAuth2Error("user_unknown"), "Discord did not say who", e);
        }
    }

    /** The id token has said it already. */
    Account.OfOidc ofOidc(OidcUserRequest request) {
        OidcIdToken token = request.getIdToken();
        String subject = Objects.requireNonNull(token.getSubject());
        return new Account.OfOidc(
                subject,
                Objects.requireNonNull(token.getIssuer()).toString(),
                firstOf(token.getClaimAsString("preferred_username"), token.getClaimAsString("name"), subject),
                token);
    }

    private static String firstOf(@Nullable String... names) {
        return Stream.of(names)
                .filter(name -> name != null && !name.isBlank())
                .map(Objects::requireNonNull)
                .findFirst()
                .orElse("?");
    }
}
