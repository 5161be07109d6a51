package dev.homelab.local.discord.world;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds whom a message mentions, as far as allowed_mentions lets it. */
final class Mentions {

    private static final Pattern MENTION = Pattern.compile("<@(!|&)?(\\d{1,20})>");

    private Mentions() {}

    static void read(World world, Channel channel, Message message, @Nullable ObjectNode allowed) {
        message.mentions.clear();
        message.mentionedRoles.clear();
        String words = message.content + texts(message.components);
        Matcher matcher = MENTION.matcher(words);
        while (matcher.find()) {
            long id = Long.parseUnsignedLong(matcher.group(2));
            if ("&".equals(matcher.group(1))) {
                role(world, channel, message, id, allowed);
            } else if (world.state.users.containsKey(id) && lets(allowed, "users", id)) {
                message.mentions.add(id);
            }
        }
        boolean everyone = words.contains("@everyone") || words.contains("@here");
        message.mentionsEveryone = everyone
                && lets(allowed, "everyone", 0)
                && world.permissions().has(channel, message.authorId, Permission.MENTION_EVERYONE);
    }

    private static void role(World world, Channel channel, Message message, long id, @Nullable ObjectNode allowed) {
        Role role =
                channel.isDirect() ? null : world.guild(channel.guildId).roles.get(id);
        if (role == null || !lets(allowed, "roles", id)) {
            return;
        }
        if (role.mentionable || world.permissions().has(channel, message.authorId, Permission.MENTION_EVERYONE)) {
            message.mentionedRoles.add(id);
        }
    }

    private static boolean lets(@Nullable ObjectNode allowed, String kind, long id) {
        if (allowed == null) {
            return true;
        }
        return strings(allowed.path("parse")).contains(kind)
                || strings(allowed.path(kind)).contains(Long.toString(id));
    }

    private static Set<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }

    /** The words of text displays, which count as content. */
    private static String texts(ArrayNode components) {
        StringBuilder text = new StringBuilder();
        for (JsonNode component : components) {
            if (component.path("type").asInt() == MessageComponents.TEXT_DISPLAY) {
                text.append('\n').append(component.path("content").asString());
            }
            if (component.get("components") instanceof ArrayNode nested) {
                text.append(texts(nested));
            }
        }
        return text.toString();
    }
}
