package dev.homelab.streambot.oidc;

import dev.homelab.streambot.platform.Endpoints;
import dev.homelab.streambot.platform.Platform;
import dev.homelab.streambot.platform.PlatformAccount;
import dev.homelab.streambot.platform.PlatformAway;
import dev.homelab.streambot.platform.PlatformHttp;
import dev.homelab.streambot.platform.PlatformSettings;
import dev.homelab.streambot.platform.RefusalMeaning;
import dev.homelab.streambot.platform.TokenRefused;
import dev.homelab.streambot.platform.UnusableAnswer;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

/** An OpenID provider that nobody here knows by name; its id token says who somebody is. */
@Component
@Order(5)
class Oidc implements Platform {

    private static final Logger log = LoggerFactory.getLogger(Oidc.class);

    private final OidcSettings settings;
    private final PlatformSettings common;
    private final RestClient client;
    private final Discovery discovery;

    Oidc(OidcSettings settings, PlatformHttp http) {
        this.settings = settings;
        this.common = settings.common();
        this.client = http.client().build();
        this.discovery = new Discovery(settings.issuer(), client);
    }

    @Override
    public String id() {
        return "oidc";
    }

    @Override
    public String title() {
        return settings.title();
    }

    @Override
    public PlatformSettings settings() {
        return common;
    }

    /** So that the first page already knows where its forms may lead; a provider that is away is asked again when needed. */
    @EventListener(ApplicationReadyEvent.class)
    void lookUpAhead() {
        if (common.enabled()) {
            Thread.startVirtualThread(() -> {
                try {
                    discovery.endpoints();
                } catch (PlatformAway away) {
                    log.warn("{} cannot be asked yet: {}", settings.title(), String.valueOf(away.getCause()));
                }
            });
        }
    }

    @Override
    public Endpoints endpoints() {
        return discovery.endpoints();
    }

    /** Most providers ask for consent on the host that they are named after. */
    @Override
    public String consentAddress() {
        return discovery.known().map(Endpoints::authorization).orElse(settings.issuer());
    }

    /** A subject is unique at its issuer alone, and the configured issuer may be another one some day. */
    @Override
    public PlatformAccount account(String accessToken, Map<String, Object> claims) {
        Object subject = claims.get("sub");
        if (subject == null) {
            throw new UnusableAnswer("the provider names no subject");
        }
        String name = Stream.of("name", "preferred_username", "sub")
                .map(claims::get)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
        return new PlatformAccount(
                subject + "@" + settings.issuer(), name, String.valueOf(claims.getOrDefault("picture", "")));
    }

    @Override
    public RefusalMeaning meaning(TokenRefused refusal) {
        return RefusalMeaning.ofStandard(refusal.code());
    }

    /** RFC 7009, where the provider has it; some take no token without a hint, and all must look beyond a wrong one. */
    @Override
    public void revoke(String token) {
        Endpoints endpoints = discovery.endpoints();
        if (endpoints.revocation().isEmpty()) {
            return;
        }
        boolean basic = endpoints.authentication().equals(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        var form = new LinkedMultiValueMap<String, String>();
        form.add("token", token);
        form.add("token_type_hint", "refresh_token");
        if (!basic) {
            form.add("client_id", common.clientId());
            form.add("client_secret", common.clientSecret().reveal());
        }
        client.post()
                .uri(endpoints.revocation())
                .headers(headers -> {
                    if (basic) {
                        headers.setBasicAuth(
                                encoded(common.clientId()),
                                encoded(common.clientSecret().reveal()));
                    }
                })
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .toBodilessEntity();
    }

    /** As RFC 6749, 2.3.1 has it. */
    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
