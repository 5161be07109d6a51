package dev.homelab.streambot.oauth;

import dev.homelab.streambot.platform.Platform;
import dev.homelab.streambot.platform.PlatformAway;
import dev.homelab.streambot.platform.Platforms;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/** Starts a consent: a sign-in with a GET anybody may make, a link with a POST that carries a CSRF token. */
@Component
class StartResolver implements OAuth2AuthorizationRequestResolver {

    private static final Logger log = LoggerFactory.getLogger(StartResolver.class);

    private static final RequestMatcher SIGN_IN =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/sign-in/{platform}");
    private static final RequestMatcher LINK =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/connections/{platform}");

    private final DefaultOAuth2AuthorizationRequestResolver standard;
    private final Platforms platforms;

    StartResolver(ClientRegistrationRepository registrations, Platforms platforms) {
        this.standard = new DefaultOAuth2AuthorizationRequestResolver(registrations, "/sign-in");
        this.platforms = platforms;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        RequestMatcher.MatchResult signIn = SIGN_IN.matcher(request);
        String returnTo = ReturnPath.of(request.getParameter("to"));
        if (signIn.isMatch()) {
            String platform = signIn.getVariables().getOrDefault("platform", "");
            return start(request, Consent.signIn(platform, returnTo));
        }
        RequestMatcher.MatchResult link = LINK.matcher(request);
        Optional<SignedIn> streamer = SignedIn.current();
        return link.isMatch() && streamer.isPresent()
                ? start(
                        request,
                        Consent.link(
                                link.getVariables().getOrDefault("platform", ""),
                                streamer.get().streamer().id(),
                                again(request),
                                returnTo))
                : null;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String platform) {
        return start(request, Consent.signIn(platform, ReturnPath.USUAL));
    }

    /** The link that is to be linked again; whose it is, is asked when the account is known. */
    private static @Nullable UUID again(HttpServletRequest request) {
        String connection = request.getParameter("connection");
        return connection == null || !connection.matches("[0-9a-f-]{36}") ? null : UUID.fromString(connection);
    }

    private @Nullable OAuth2AuthorizationRequest start(HttpServletRequest request, Consent consent) {
        return platforms
                .findEnabled(consent.platform())
                .filter(platform -> platform.signIn() || consent.purpose() != Purpose.SIGN_IN)
                .flatMap(platform -> ask(request, platform, consent))
                .orElse(null);
    }

    /** Empty when the platform cannot be asked for now. */
    private Optional<OAuth2AuthorizationRequest> ask(HttpServletRequest request, Platform platform, Consent consent) {
        try {
            return Optional.ofNullable(standard.resolve(request, platform.id()))
                    .map(asked -> OAuth2AuthorizationRequest.from(asked)
                            .additionalParameters(more -> more.putAll(platform.authorizationParameters()))
                            .attributes(attributes -> attributes.put(StoredAuthorizationRequests.CONSENT, consent))
                            .build());
        } catch (PlatformAway away) {
            log.atWarn().addKeyValue("platform", platform.id()).log("No consent can be asked for: {}", away.getCause());
            return Optional.empty();
        }
    }
}
