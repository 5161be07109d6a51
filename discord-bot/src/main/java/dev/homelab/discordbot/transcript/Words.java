package dev.homelab.discordbot.transcript;

import java.util.Map;

/**
 * What a message says.
 *
 * @param content as it was typed, in Discord's markdown
 * @param card its embeds and components as text, in Discord's markdown; empty for none
 * @param names of whom and what it mentions, by {@code @} and a user's, {@code &} and a role's, {@code #} and a
 *     channel's id
 * @param blank whether Discord has kept its content from us
 */
public record Words(String content, String card, Map<String, String> names, boolean blank) {

    public Words {
        names = Map.copyOf(names);
    }
}
