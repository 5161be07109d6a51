package dev.homelab.local.discord.world;

import tools.jackson.databind.node.ObjectNode;

/** Interactions as Discord sends them. */
final class InteractionJson {

    private InteractionJson() {}

    static ObjectNode event(World world, Interaction interaction) {
        Channel channel = interaction.channel;
        ObjectNode json = Json.object()
                .put("id", Long.toString(interaction.id))
                .put("application_id", Long.toString(world.botId()))
                .put("type", interaction.type)
                .put("token", interaction.token)
                .put("version", 1)
                .put("channel_id", Long.toString(channel.id))
                .put("locale", world.user(interaction.userId).language())
                .put("attachment_size_limit", 10_485_760)
                .put("app_permissions", Long.toString(world.permissions().in(channel, world.botId())))
                .put("context", channel.isDirect() ? 1 : 0);
        json.set("data", interaction.data);
        json.putArray("entitlements");
        json.set("authorizing_integration_owners", owners(channel));
        json.set("channel", place(world, channel, interaction.userId));
        if (interaction.source != null) {
            json.set("message", MessageJson.message(world, interaction.source, world.botId()));
        }
        who(world, interaction, json);
        return json;
    }

    static ObjectNode place(World world, Channel channel, long userId) {
        return ChannelJson.channel(world, channel)
                .put("permissions", Long.toString(world.permissions().in(channel, userId)));
    }

    private static void who(World world, Interaction interaction, ObjectNode json) {
        Channel channel = interaction.channel;
        if (channel.isDirect()) {
            json.set("user", GuildJson.user(world.user(interaction.userId)));
            return;
        }
        Guild guild = world.guild(channel.guildId);
        json.put("guild_id", Long.toString(guild.id)).put("guild_locale", guild.locale);
        json.putObject("guild")
                .put("id", Long.toString(guild.id))
                .put("locale", guild.locale)
                .putArray("features");
        ObjectNode member = GuildJson.member(world, guild.requireMember(interaction.userId));
        json.set(
                "member",
                member.put("permissions", Long.toString(world.permissions().in(channel, interaction.userId))));
    }

    private static ObjectNode owners(Channel channel) {
        return channel.isDirect()
                ? Json.object().put("0", "0")
                : Json.object().put("0", Long.toString(channel.guildId));
    }

    /** What a message that answers an interaction says of it. */
    static ObjectNode metadata(World world, Interaction interaction) {
        ObjectNode json = Json.object().put("id", Long.toString(interaction.id)).put("type", interaction.type);
        json.set("user", GuildJson.user(world.user(interaction.userId)));
        json.set("authorizing_integration_owners", owners(interaction.channel));
        if (interaction.type == Interaction.COMPONENT && interaction.source != null) {
            json.put("interacted_message_id", Long.toString(interaction.source.id));
        }
        if (interaction.trigger != null) {
            json.set("triggering_interaction_metadata", metadata(world, interaction.trigger));
        }
        return json;
    }

    /** The answer to a callback that was sent with {@code with_response=true}. */
    static ObjectNode callback(World world, Interaction interaction) {
        ObjectNode json = Json.object();
        ObjectNode about = json.putObject("interaction")
                .put("id", Long.toString(interaction.id))
                .put("type", interaction.type)
                .put("channel_id", Long.toString(interaction.channel.id));
        if (!interaction.channel.isDirect()) {
            about.put("guild_id", Long.toString(interaction.channel.guildId));
        }
        Message message = interaction.original;
        if (message != null) {
            about.put("response_message_id", Long.toString(message.id))
                    .put("response_message_loading", message.isLoading())
                    .put("response_message_ephemeral", message.isEphemeral());
            json.putObject("resource")
                    .put("type", interaction.answer)
                    .set("message", MessageJson.message(world, message, world.botId()));
        }
        return json;
    }
}
