package dev.homelab.common.internal;

import dev.homelab.common.secret.Secret;
import dev.homelab.common.startup.InvalidSetting;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The tokens by which other services are known here, by the caller's name. A caller without a token is switched off;
 * a token below 32 characters could be guessed and is an {@link InvalidSetting}.
 */
@ConfigurationProperties("homelab.internal")
public record InternalSettings(@DefaultValue Map<String, Secret> callers) {

    private static final int SHORTEST_TOKEN = 32;

    public InternalSettings {
        callers = Map.copyOf(callers);
        callers.forEach((caller, token) -> {
            if (!token.isMissing() && token.length() < SHORTEST_TOKEN) {
                throw new InvalidSetting(
                        "INTERNAL_TOKEN_" + caller.toUpperCase(Locale.ROOT).replace('-', '_'),
                        "is shorter than " + SHORTEST_TOKEN + " characters",
                        "generate one with: openssl rand -hex 32");
            }
        });
    }
}
