package dev.homelab.dashboard.access.provider;

import dev.homelab.dashboard.access.PlaceSettings;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;

/** The providers as Spring Security sees them. The OpenID provider is looked up when somebody first signs in there. */
@Component
class Registrations implements ClientRegistrationRepository {

    static final String DISCORD = "discord";
    static final String OIDC = "oidc";

    private final DiscordSettings discord;
    private final OidcSettings oidc;
    private final PlaceSettings place;
    private final AtomicReference<@Nullable ClientRegistration> found = new AtomicReference<>();

    Registrations(DiscordSettings discord, OidcSettings oidc, PlaceSettings place) {
        this.discord = discord;
        this.oidc = oidc;
        this.place = place;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return switch (id) {
            case DISCORD -> discord.enabled() ? ofDiscord() : null;
            case OIDC -> oidc.enabled() ? ofOidc() : null;
            default -> null;
        };
    }

    private ClientRegistration ofDiscord() {
        return completed(ClientRegistration.withRegistrationId(DISCORD), "Discord", DISCORD)
                .clientId(discord.clientId())
                .clientSecret(discord.clientSecret().reveal())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationUri(discord.authorizationUri())
                .tokenUri(discord.tokenUri())
                .scope("identify")
                .build();
    }

    private ClientRegistration ofOidc() {
        ClientRegistration known = found.get();
        if (known == null) {
            known = completed(ClientRegistrations.fromIssuerLocation(oidc.issuer()), oidc.title(), OIDC)
                    .clientId(oidc.clientId())
                    .clientSecret(oidc.clientSecret().reveal())
                    .scope(oidc.scopes())
                    .build();
            found.set(known);
        }
        return known;
    }

    /** The redirect address is ours to say, not the Host header's. */
    private ClientRegistration.Builder completed(ClientRegistration.Builder builder, String title, String id) {
        return builder.registrationId(id)
                .clientName(title)
                .redirectUri(place.url() + "/sign-in/" + id + "/callback")
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build());
    }
}
