package dev.homelab.streambot.platform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.stereotype.Component;

/** The platforms that are switched on, as Spring Security's OAuth2 client sees them; each is looked up when first asked for. */
@Component
class ClientRegistrations implements ClientRegistrationRepository {

    private final Map<String, ClientRegistration> registrations = new ConcurrentHashMap<>();
    private final Platforms platforms;
    private final PublicAddress address;

    ClientRegistrations(Platforms platforms, PublicAddress address) {
        this.platforms = platforms;
        this.address = address;
    }

    /** @throws PlatformAway as {@link Platform#endpoints()} */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        ClientRegistration known = registrations.get(id);
        return known == null ? platforms.findEnabled(id).map(this::registration).orElse(null) : known;
    }

    /** Asked for outside of the map, so that a platform that takes its time holds up nobody else. */
    private ClientRegistration registration(Platform platform) {
        ClientRegistration made = registration(platform, platform.endpoints());
        registrations.put(platform.id(), made);
        return made;
    }

    /** The redirect address is ours to say, not the Host header's. */
    private ClientRegistration registration(Platform platform, Endpoints endpoints) {
        PlatformSettings settings = platform.settings();
        ClientRegistration.Builder builder = ClientRegistration.withRegistrationId(platform.id())
                .clientName(platform.title())
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret().reveal())
                .clientAuthenticationMethod(endpoints.authentication())
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationUri(endpoints.authorization())
                .tokenUri(endpoints.token())
                .redirectUri(address.url() + "/oauth/" + platform.id() + "/callback")
                .scope(settings.scopes())
                .userNameAttributeName("id");
        return settings.issuer().isEmpty()
                ? builder.build()
                : builder.issuerUri(settings.issuer())
                        .jwkSetUri(endpoints.jwkSet())
                        .build();
    }
}
