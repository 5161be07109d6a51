package dev.homelab.local.discord.world;

import java.util.Objects;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Servers, roles, members and users as Discord writes them. */
public final class GuildJson {

    private GuildJson() {}

    public static ObjectNode user(User user) {
        ObjectNode json = Json.object()
                .put("id", Long.toString(user.id()))
                .put("username", user.name())
                .put("discriminator", user.bot() ? "0001" : "0")
                .put("global_name", user.displayName())
                .put("public_flags", 0)
                .put("flags", 0);
        json.putNull("avatar");
        json.putNull("banner");
        json.putNull("accent_color");
        json.putNull("avatar_decoration_data");
        json.putNull("collectibles");
        json.putNull("primary_guild");
        return user.bot() ? json.put("bot", true) : json;
    }

    public static ObjectNode role(Role role) {
        ObjectNode json = Json.object()
                .put("id", Long.toString(role.id))
                .put("name", role.name)
                .put("permissions", Long.toString(role.permissions))
                .put("position", role.position)
                .put("color", role.color)
                .put("hoist", role.hoist)
                .put("managed", role.botId != 0)
                .put("mentionable", role.mentionable)
                .put("flags", 0);
        json.putNull("icon");
        json.putNull("unicode_emoji");
        ObjectNode colors = json.putObject("colors").put("primary_color", role.color);
        colors.putNull("secondary_color");
        colors.putNull("tertiary_color");
        if (role.botId != 0) {
            json.putObject("tags").put("bot_id", Long.toString(role.botId));
        }
        return json;
    }

    public static ObjectNode member(World world, Member member) {
        return partialMember(member).set("user", user(world.user(member.userId)));
    }

    /** A member without its user, as inside a message. */
    static ObjectNode partialMember(Member member) {
        ObjectNode json = Json.object()
                .put("nick", member.nick)
                .put("joined_at", member.joinedAt.toString())
                .put("flags", 0)
                .put("pending", false)
                .put("mute", false)
                .put("deaf", false);
        json.set("roles", Json.ids(member.roles));
        for (String empty : new String[] {"avatar", "banner", "communication_disabled_until", "premium_since"}) {
            json.putNull(empty);
        }
        return json;
    }

    public static ObjectNode guild(Guild guild) {
        ObjectNode json = Json.object()
                .put("id", Long.toString(guild.id))
                .put("name", guild.name)
                .put("owner_id", Long.toString(guild.ownerId))
                .put("region", "deprecated")
                .put("afk_timeout", 300)
                .put("system_channel_flags", 0)
                .put("widget_enabled", false)
                .put("verification_level", 0)
                .put("default_message_notifications", 1)
                .put("mfa_level", 0)
                .put("explicit_content_filter", 0)
                .put("max_members", 500_000)
                .put("max_stage_video_channel_users", 50)
                .put("max_video_channel_users", 25)
                .put("premium_tier", 0)
                .put("premium_subscription_count", 0)
                .put("preferred_locale", guild.locale)
                .put("premium_progress_bar_enabled", false)
                .put("nsfw", false)
                .put("nsfw_level", 0);
        nulls(json);
        json.putArray("features").add("COMMUNITY");
        ArrayNode roles = json.putArray("roles");
        guild.roles.values().forEach(role -> roles.add(role(role)));
        json.putArray("emojis");
        json.putArray("stickers");
        return json;
    }

    private static void nulls(ObjectNode json) {
        for (String field : new String[] {
            "icon",
            "description",
            "home_header",
            "splash",
            "discovery_splash",
            "banner",
            "application_id",
            "afk_channel_id",
            "system_channel_id",
            "widget_channel_id",
            "max_presences",
            "vanity_url_code",
            "rules_channel_id",
            "safety_alerts_channel_id",
            "public_updates_channel_id",
            "incidents_data"
        }) {
            json.putNull(field);
        }
    }

    /** The server as GUILD_CREATE carries it to the bot: with its channels, active threads and members. */
    public static ObjectNode created(World world, Guild guild, boolean allMembers) {
        ObjectNode json = guild(guild)
                .put(
                        "joined_at",
                        Objects.requireNonNull(guild.member(world.botId()))
                                .joinedAt
                                .toString())
                .put("large", guild.members.size() > 250)
                .put("unavailable", false)
                .put("member_count", guild.members.size());
        ArrayNode members = json.putArray("members");
        guild.members.values().stream()
                .filter(member -> allMembers || member.userId == world.botId())
                .forEach(member -> members.add(member(world, member)));
        ArrayNode channels = json.putArray("channels");
        world.channels().of(guild.id).forEach(channel -> channels.add(ChannelJson.channel(world, channel)));
        ArrayNode threads = json.putArray("threads");
        world.threads()
                .activeSeenBy(guild.id, world.botId())
                .forEach(thread -> threads.add(ChannelJson.channel(world, thread)));
        for (String empty : new String[] {
            "voice_states", "presences", "stage_instances", "guild_scheduled_events", "soundboard_sounds"
        }) {
            json.putArray(empty);
        }
        return json;
    }
}
