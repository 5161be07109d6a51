package dev.homelab.dashboard.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param password its hash; null for who signs in elsewhere only
 * @param discordId under whose Discord name they answer tickets; null for nobody's
 */
public record Person(
        UUID id,
        String name,
        @Nullable String password,
        Role role,
        @Nullable Long discordId,
        boolean disabled) {

    Me me() {
        return new Me(id, name, role, discordId);
    }

    @Override
    public String toString() {
        return "Person[" + name + ", " + role + "]";
    }
}
