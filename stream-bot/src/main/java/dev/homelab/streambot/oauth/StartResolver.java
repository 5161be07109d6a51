package dev.homelab.streambot.oauth;

import dev.homelab.streambot.platform.Platforms;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
        if (signIn.isMatch()) {
            return start(request, signIn.getVariables().getOrDefault("platform", ""), Optional.empty());
        }
        RequestMatcher.MatchResult link = LINK.matcher(request);
        Optional<SignedIn> streamer = SignedIn.current();
        return link.isMatch() && streamer.isPresent()
                ? start(request, link.getVariables().getOrDefault("platform", ""), streamer)
                : null;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String platform) {
        return start(request, platform, Optional.empty());
    }

    private @Nullable OAuth2AuthorizationRequest start(
            HttpServletRequest request, String id, Optional<SignedIn> linking) {
        return platforms
                .findEnabled(id)
                .map(platform -> {
                    OAuth2AuthorizationRequest asked = standard.resolve(request, id);
                    return asked == null
                            ? null
                            : OAuth2AuthorizationRequest.from(asked)
                                    .additionalParameters(more -> more.putAll(platform.authorizationParameters()))
                                    .attributes(attributes -> linking.ifPresent(signedIn -> attributes.put(
                                            StoredAuthorizationRequests.LINKING_STREAMER, signedIn.getName())))
                                    .build();
                })
                .orElse(null);
    }
}
