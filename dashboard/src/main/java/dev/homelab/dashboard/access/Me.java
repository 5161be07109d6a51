package dev.homelab.dashboard.access;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Whoever is signed in; pages have it as {@code me}.
 *
 * @param discordId their Discord user; null where nobody has named one
 */
public record Me(UUID id, String name, Role role, @Nullable Long discordId)
        implements AuthenticatedPrincipal, Serializable {

    @Override
    public String getName() {
        return name;
    }

    public boolean admin() {
        return role.includes(Role.ADMIN);
    }

    public boolean support() {
        return role.includes(Role.SUPPORT);
    }
}
