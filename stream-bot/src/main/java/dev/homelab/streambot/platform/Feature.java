package dev.homelab.streambot.platform;

import dev.homelab.common.startup.InvalidSetting;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a link can be good for.
 *
 * @param key lower case with hyphens; {@code feature.<key>} are the words for it
 * @param scopes all of them must be granted for it
 * @param required whether a link without it needs its streamer
 */
public record Feature(
        String key,
        Set<String> scopes,
        @DefaultValue("true") boolean required) {

    public Feature {
        if (!key.matches("[a-z-]{1,40}") || scopes.isEmpty()) {
            throw new InvalidSetting(
                    "homelab.platforms", "has a feature without a key or scopes", "give it both, as the others have");
        }
        scopes = Set.copyOf(scopes);
    }

    public boolean isGrantedBy(Set<String> granted) {
        return granted.containsAll(scopes);
    }
}
