package dev.homelab.dashboard.access.provider;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.user.OAuth2User;

/** Somebody as a provider knows them; may nothing here. */
sealed interface Account extends OAuth2User {

    /** The provider's own id, which never changes. */
    String id();

    /** What they are called there. */
    String title();

    @Override
    default String getName() {
        return id();
    }

    @Override
    default Map<String, Object> getAttributes() {
        return Map.of();
    }

    @Override
    default Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    /** A Discord user. */
    record OfDiscord(String id, String title) implements Account {}

    /** A subject, which is unique at its issuer alone; the settings may name another one some day. */
    record OfOidc(String subject, String issuer, String title, OidcIdToken token) implements Account, OidcUser {

        @Override
        public String id() {
            return subject + "@" + issuer;
        }

        @Override
        public Map<String, Object> getAttributes() {
            return Map.of();
        }

        @Override
        public Map<String, Object> getClaims() {
            return token.getClaims();
        }

        @Override
        public OidcUserInfo getUserInfo() {
            return new OidcUserInfo(token.getClaims());
        }

        @Override
        public OidcIdToken getIdToken() {
            return token;
        }
    }
}
