package dev.homelab.local.discord.world;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The objects behind the ids that a person chose. */
final class Resolved {

    private final World world;
    private final Channel channel;
    private final ObjectNode json = Json.object();

    Resolved(World world, Channel channel) {
        this.world = world;
        this.channel = channel;
    }

    /** Adds what was chosen in a select menu. */
    void select(JsonNode menu, List<String> values) {
        for (String value : values) {
            switch (menu.path("type").asInt()) {
                case Controls.USER_SELECT -> user(value);
                case Controls.ROLE_SELECT -> role(value);
                case Controls.MENTIONABLE_SELECT -> mentionable(value);
                case Controls.CHANNEL_SELECT -> channel(value, menu.path("channel_types"));
                default -> {}
            }
        }
    }

    void user(String id) {
        long userId = Snowflakes.parse(id);
        map("users").set(id, GuildJson.user(world.user(userId)));
        Member member = guild() == null ? null : guild().member(userId);
        if (member != null) {
            ObjectNode partial = GuildJson.partialMember(member);
            partial.remove(List.of("mute", "deaf"));
            partial.put("permissions", Long.toString(world.permissions().in(channel, userId)));
            map("members").set(id, partial);
        }
    }

    void role(String id) {
        if (guild() == null) {
            throw DiscordError.UNKNOWN_ROLE.exception();
        }
        map("roles").set(id, GuildJson.role(guild().role(Snowflakes.parse(id))));
    }

    void mentionable(String id) {
        if (guild() != null && guild().roles.containsKey(Snowflakes.parse(id))) {
            role(id);
        } else {
            user(id);
        }
    }

    private void channel(String id, JsonNode types) {
        int type = world.channel(Snowflakes.parse(id)).type;
        if (!types.isEmpty() && types.valueStream().noneMatch(each -> each.asInt() == type)) {
            FormErrors errors = new FormErrors();
            errors.add("values", "BASE_TYPE_CHOICES", "A channel's type must be one of " + types + ".");
            throw errors.refusal();
        }
        channel(id);
    }

    void channel(String id) {
        Channel chosen = world.channel(Snowflakes.parse(id));
        map("channels").set(id, InteractionJson.place(world, chosen, world.botId()));
    }

    void message(Message message) {
        map("messages").set(Long.toString(message.id), MessageJson.message(world, message, world.botId()));
    }

    void attachment(Attachment file, Message holder) {
        map("attachments")
                .set(Long.toString(file.id()), world.messages().files().json(holder, file));
    }

    private ObjectNode map(String name) {
        return json.get(name) instanceof ObjectNode there ? there : json.putObject(name);
    }

    private @Nullable Guild guild() {
        return channel.isDirect() ? null : world.guild(channel.guildId);
    }

    void into(ObjectNode data) {
        if (!json.isEmpty()) {
            data.set("resolved", json);
        }
    }
}
