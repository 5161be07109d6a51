package dev.homelab.streambot.oauth;

import dev.homelab.streambot.platform.PlatformAccount;
import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.user.DefaultOAuth2User;
import org.springframework.security.oauth2.core.user.OAuth2User;

/** Who came back from a platform, before it is known which streamer that is. */
interface AccountUser extends OAuth2User {

    PlatformAccount account();

    /** From a platform with plain OAuth 2. */
    final class Plain extends DefaultOAuth2User implements AccountUser {

        private static final long serialVersionUID = 1;

        private final transient PlatformAccount account;

        Plain(PlatformAccount account) {
            super(List.of(), Map.of("id", account.id()), "id");
            this.account = account;
        }

        @Override
        public PlatformAccount account() {
            return account;
        }
    }

    /** From an OpenID provider. */
    final class Oidc extends DefaultOidcUser implements AccountUser {

        private static final long serialVersionUID = 1;

        private final transient PlatformAccount account;

        Oidc(PlatformAccount account, OidcIdToken idToken) {
            super(List.of(), idToken);
            this.account = account;
        }

        @Override
        public PlatformAccount account() {
            return account;
        }
    }
}
