package dev.homelab.streambot.platform;

import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * Where a platform is asked for what.
 *
 * @param revocation empty where the platform ends no grants on demand
 * @param jwkSet empty where the platform is no OpenID provider
 * @param authentication how our client proves itself at {@code token} and {@code revocation}
 */
public record Endpoints(
        String authorization,
        String token,
        String revocation,
        String jwkSet,
        ClientAuthenticationMethod authentication) {}
