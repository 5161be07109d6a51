package dev.homelab.discordbot.web;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.user.OAuth2User;

/**
 * The Discord user of a login session.
 *
 * @param sealedToken their access token, encrypted, so that the session's table holds nothing that opens anything
 */
record SignedIn(long id, String shownName, String sealedToken) implements OAuth2User, Serializable {

    private static final long serialVersionUID = 1;

    @Override
    public String getName() {
        return Long.toString(id);
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.copyOf(AuthorityUtils.createAuthorityList("ROLE_READER"));
    }

    @Override
    public String toString() {
        return "SignedIn[" + id + "]";
    }
}
