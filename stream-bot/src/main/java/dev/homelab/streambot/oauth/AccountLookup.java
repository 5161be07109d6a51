package dev.homelab.streambot.oauth;

import dev.homelab.streambot.platform.PlatformAccount;
import dev.homelab.streambot.platform.Platforms;
import dev.homelab.streambot.platform.UnusableAnswer;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Asks the platform whose tokens came back. */
@Component
class AccountLookup {

    private final Platforms platforms;

    AccountLookup(Platforms platforms) {
        this.platforms = platforms;
    }

    AccountUser.Plain plain(OAuth2UserRequest request) {
        return new AccountUser.Plain(account(request, Map.of()), grantLife(request));
    }

    AccountUser.Oidc oidc(OidcUserRequest request) {
        return new AccountUser.Oidc(
                account(request, request.getIdToken().getClaims()), grantLife(request), request.getIdToken());
    }

    private @Nullable Duration grantLife(OAuth2UserRequest request) {
        return platforms
                .named(request.getClientRegistration().getRegistrationId())
                .grantLife(request.getAdditionalParameters())
                .orElse(null);
    }

    private PlatformAccount account(OAuth2UserRequest request, Map<String, Object> claims) {
        String platform = request.getClientRegistration().getRegistrationId();
        try {
            return platforms.named(platform).account(request.getAccessToken().getTokenValue(), claims);
        } catch (RestClientException | UnusableAnswer untold) {
            throw new OAuth2AuthenticationException(new OAuth2Error("account_unknown"), "no account", untold);
        }
    }
}
