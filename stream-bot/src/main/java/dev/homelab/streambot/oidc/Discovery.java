package dev.homelab.streambot.oidc;

import dev.homelab.streambot.platform.Endpoints;
import dev.homelab.streambot.platform.PlatformAway;
import dev.homelab.streambot.platform.UnusableAnswer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** What the provider says of itself (OpenID Connect Discovery 1.0), asked for when it is first needed, and kept. */
final class Discovery {

    private final String issuer;
    private final RestClient client;
    private volatile @Nullable Endpoints known;

    Discovery(String issuer, RestClient client) {
        this.issuer = issuer;
        this.client = client;
    }

    Optional<Endpoints> known() {
        return Optional.ofNullable(known);
    }

    /** @throws PlatformAway when the provider is away, or answers with somebody else's document */
    Endpoints endpoints() {
        Endpoints found = known;
        if (found == null) {
            found = ask();
            known = found;
        }
        return found;
    }

    private Endpoints ask() {
        try {
            Document document = client.get()
                    .uri(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration")
                    .accept(MediaType.APPLICATION_JSON)
                    .retrieve()
                    .body(Document.class);
            if (document == null || !issuer.equals(document.issuer())) {
                throw new UnusableAnswer("the provider's document names another issuer than OIDC_ISSUER");
            }
            return new Endpoints(
                    address(document.authorization_endpoint()),
                    address(document.token_endpoint()),
                    document.revocation_endpoint() == null ? "" : address(document.revocation_endpoint()),
                    address(document.jwks_uri()),
                    authentication(document.token_endpoint_auth_methods_supported()));
        } catch (RestClientException | UnusableAnswer away) {
            throw new PlatformAway("the provider's endpoints are not known", away);
        }
    }

    private static String address(@Nullable String address) {
        if (address == null || !address.matches("https?://[^#@\\s]+")) {
            throw new UnusableAnswer("the provider's document lacks an endpoint");
        }
        return address;
    }

    /** Basic is what a provider takes that says nothing. */
    private static ClientAuthenticationMethod authentication(@Nullable List<String> supported) {
        return supported == null || supported.contains("client_secret_basic")
                ? ClientAuthenticationMethod.CLIENT_SECRET_BASIC
                : ClientAuthenticationMethod.CLIENT_SECRET_POST;
    }

    private record Document(
            @Nullable String issuer,
            @Nullable String authorization_endpoint,
            @Nullable String token_endpoint,
            @Nullable String revocation_endpoint,
            @Nullable String jwks_uri,
            @Nullable List<String> token_endpoint_auth_methods_supported) {}
}
