package dev.homelab.streambot.oauth;

import dev.homelab.streambot.platform.PlatformAccount;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.user.DefaultOAuth2User;
import org.springframework.security.oauth2.core.user.OAuth2User;

/** Who came back from a platform, before it is known which streamer that is. */
interface AccountUser extends OAuth2User {

    PlatformAccount account();

    /** How long the grant lives at most; null when nothing is known. */
    @Nullable
    Duration grantLife();

    /** From a platform with plain OAuth 2. */
    final class Plain extends DefaultOAuth2User implements AccountUser {

        private static final long serialVersionUID = 1;

        private final transient PlatformAccount account;
        private final transient @Nullable Duration grantLife;

        Plain(PlatformAccount account, @Nullable Duration grantLife) {
            super(List.of(), Map.of("id", account.id()), "id");
            this.account = account;
            this.grantLife = grantLife;
        }

        @Override
        public PlatformAccount account() {
            return account;
        }

        @Override
        public @Nullable Duration grantLife() {
            return grantLife;
        }
    }

    /** From an OpenID provider. */
    final class Oidc extends DefaultOidcUser implements AccountUser {

        private static final long serialVersionUID = 1;

        private final transient PlatformAccount account;
        private final transient @Nullable Duration grantLife;

        Oidc(PlatformAccount account, @Nullable Duration grantLife, OidcIdToken idToken) {
            super(List.of(), idToken);
            this.account = account;
            this.grantLife = grantLife;
        }

        @Override
        public PlatformAccount account() {
            return account;
        }

        @Override
        public @Nullable Duration grantLife() {
            return grantLife;
        }
    }
}
