package dev.homelab.streambot.oauth;

import dev.homelab.streambot.platform.PlatformHttp;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

/** Decoders of id tokens that keep the provider's keys between sign-ins and do not wait for it without end. */
@Component
class IdTokenDecoders implements JwtDecoderFactory<ClientRegistration> {

    private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();
    private final PlatformHttp http;
    private final Clock clock;

    IdTokenDecoders(PlatformHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public JwtDecoder createDecoder(ClientRegistration registration) {
        return decoders.computeIfAbsent(registration.getRegistrationId(), id -> decoder(registration));
    }

    private JwtDecoder decoder(ClientRegistration registration) {
        OidcIdTokenValidator idToken = new OidcIdTokenValidator(registration);
        idToken.setClock(clock);
        JwtTimestampValidator times = new JwtTimestampValidator();
        times.setClock(clock);
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                        Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri()))
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .restOperations(bounded())
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, idToken));
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        return decoder;
    }

    private RestTemplate bounded() {
        var factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(http.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        factory.setReadTimeout(http.deadline());
        return new RestTemplate(factory);
    }
}
