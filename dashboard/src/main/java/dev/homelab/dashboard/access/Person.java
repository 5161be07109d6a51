package dev.homelab.dashboard.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param password its hash; null for who signs in elsewhere only
 * @param discordId the Discord user they are, as whom they sign in there and answer tickets; null for none
 * @param subject theirs at the OpenID provider, with {@code @} and its issuer; null for none
 */
public record Person(
        UUID id,
        String name,
        @Nullable String password,
        Role role,
        @Nullable Long discordId,
        @Nullable String subject,
        boolean disabled) {

    public Me me() {
        return new Me(id, name, role, discordId);
    }

    @Override
    public String toString() {
        return "Person[" + name + ", " + role + "]";
    }
}
