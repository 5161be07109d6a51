package dev.homelab.streambot.platform;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;

/** The platforms that are switched on, as Spring Security's OAuth2 client sees them. */
@Component
class ClientRegistrations implements ClientRegistrationRepository {

    private final Map<String, ClientRegistration> registrations;

    ClientRegistrations(Platforms platforms, PublicAddress address) {
        registrations = platforms.enabled().stream()
                .map(platform -> registration(platform, address))
                .collect(Collectors.toMap(ClientRegistration::getRegistrationId, Function.identity()));
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return registrations.get(id);
    }

    /** The redirect address is ours to say, not the Host header's. */
    private static ClientRegistration registration(Platform platform, PublicAddress address) {
        PlatformSettings settings = platform.settings();
        ClientRegistration.Builder builder = ClientRegistration.withRegistrationId(platform.id())
                .clientName(platform.title())
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret().reveal())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationUri(settings.authorizationUri())
                .tokenUri(settings.tokenUri())
                .redirectUri(address.url() + "/oauth/" + platform.id() + "/callback")
                .scope(settings.scopes())
                .userNameAttributeName("id");
        return settings.issuer().isEmpty()
                ? builder.build()
                : builder.issuerUri(settings.issuer())
                        .jwkSetUri(settings.jwkSetUri())
                        .build();
    }
}
