package dev.homelab.streambot.oauth;

import dev.homelab.streambot.connection.Linking;
import dev.homelab.streambot.connection.Tokens;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.stereotype.Component;

/** Spring Security's view of the links: tokens come out of their rows, and are never kept in memory or a session. */
@Component
class StoredClients implements OAuth2AuthorizedClientService {

    private final Linking linking;
    private final ClientRegistrationRepository registrations;

    StoredClients(Linking linking, ClientRegistrationRepository registrations) {
        this.linking = linking;
        this.registrations = registrations;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(String platform, String streamer) {
        ClientRegistration registration = registrations.findByRegistrationId(platform);
        return registration == null
                ? null
                : (T) linking.tokens(UUID.fromString(streamer), platform)
                        .map(tokens -> client(registration, streamer, tokens))
                        .orElse(null);
    }

    private static OAuth2AuthorizedClient client(ClientRegistration registration, String streamer, Tokens tokens) {
        var access = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER,
                tokens.accessToken(),
                tokens.issuedAt(),
                tokens.expiresAt(),
                tokens.scopes());
        String refreshToken = tokens.refreshToken();
        return new OAuth2AuthorizedClient(
                registration,
                streamer,
                access,
                refreshToken == null ? null : new OAuth2RefreshToken(refreshToken, tokens.issuedAt()));
    }

    /** Already done: {@link SignIn} stores tokens together with the link, in one statement. */
    @Override
    public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication streamer) {}

    @Override
    public void removeAuthorizedClient(String platform, String streamer) {
        throw new UnsupportedOperationException("a link ends by unlinking it");
    }
}
