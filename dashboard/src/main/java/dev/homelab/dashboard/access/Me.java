package dev.homelab.dashboard.access;

import java.io.Serializable;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.user.OAuth2User;

/**
 * Whoever is signed in; pages have it as {@code me}.
 *
 * @param discordId their Discord user; null where nobody has named one
 */
public record Me(UUID id, String name, Role role, @Nullable Long discordId) implements OAuth2User, Serializable {

    private static final long serialVersionUID = 1;

    @Override
    public String getName() {
        return name;
    }

    /** What the provider said of them is nothing that counts here. */
    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return AuthorityUtils.createAuthorityList("ROLE_" + role.name());
    }

    public boolean admin() {
        return role.includes(Role.ADMIN);
    }

    public boolean support() {
        return role.includes(Role.SUPPORT);
    }
}
