package dev.homelab.local.discord.world;

import static dev.homelab.local.discord.world.Permission.KICK_MEMBERS;
import static dev.homelab.local.discord.world.Permission.MANAGE_NICKNAMES;
import static dev.homelab.local.discord.world.Permission.MANAGE_ROLES;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Servers, their members and roles. */
public final class Guilds {

    private final World world;

    Guilds(World world) {
        this.world = world;
    }

    /** Those that the user is in. */
    public List<Guild> of(long userId) {
        return world.state.guilds.values().stream()
                .filter(guild -> guild.members.containsKey(userId))
                .toList();
    }

    /** The user's membership of the server, which the asker must share. */
    public Member member(Guild guild, long userId) {
        return guild.requireMember(userId);
    }

    /** Lets the user in; JSON of the event carries the membership. */
    public Member join(Guild guild, long userId) {
        if (guild.bans.containsKey(userId)) {
            throw DiscordError.BANNED.exception();
        }
        world.user(userId);
        Member member = new Member(userId, world.now());
        guild.members.put(userId, member);
        if (userId == world.botId()) {
            ObjectNode json = GuildJson.created(world, guild, false);
            world.emit(Event.of("GUILD_CREATE", json, guild.id, 0, Intents.GUILDS));
        } else {
            ObjectNode json = GuildJson.member(world, member).put("guild_id", Long.toString(guild.id));
            world.emit(Event.of("GUILD_MEMBER_ADD", json, guild.id, 0, Intents.GUILD_MEMBERS));
        }
        return member;
    }

    /** The user goes by themselves, or the bot is sent away. */
    public void leave(Guild guild, long userId) {
        guild.requireMember(userId);
        if (userId == world.botId()) {
            ObjectNode json = Json.object().put("id", Long.toString(guild.id));
            world.emit(Event.of("GUILD_DELETE", json, guild.id, 0, Intents.GUILDS));
        }
        guild.members.remove(userId);
        if (userId != world.botId()) {
            ObjectNode json = Json.object().put("guild_id", Long.toString(guild.id));
            json.set("user", GuildJson.user(world.user(userId)));
            world.emit(Event.of("GUILD_MEMBER_REMOVE", json, guild.id, 0, Intents.GUILD_MEMBERS));
        }
    }

    public void kick(Guild guild, long userId, Actor actor) {
        world.permissions().require(guild, actor.userId(), KICK_MEMBERS);
        outrank(guild, userId, actor);
        world.auditLog().add(guild.id, AuditLog.MEMBER_KICK, userId, actor);
        leave(guild, userId);
    }

    void outrank(Guild guild, long userId, Actor actor) {
        if (world.permissions().rank(guild, userId) >= world.permissions().rank(guild, actor.userId())) {
            throw DiscordError.MISSING_PERMISSIONS.exception();
        }
    }

    /** Changes the nickname or the roles of a member. */
    public Member modify(Guild guild, long userId, ObjectNode body, Actor actor) {
        Member member = guild.requireMember(userId);
        Form form = new Form(body);
        boolean renamed = form.has("nick");
        String nick = form.text("nick", 0, 32);
        ArrayNode roles = form.list("roles", 250);
        form.finish();
        if (renamed && userId != actor.userId()) {
            world.permissions().require(guild, actor.userId(), MANAGE_NICKNAMES);
            outrank(guild, userId, actor);
        }
        if (roles != null) {
            world.permissions().require(guild, actor.userId(), MANAGE_ROLES);
            member.roles = roles(guild, roles);
        }
        member.nick = renamed ? nick : member.nick;
        world.auditLog().add(guild.id, AuditLog.MEMBER_UPDATE, userId, actor);
        changed(guild, member);
        return member;
    }

    private static Set<Long> roles(Guild guild, ArrayNode ids) {
        Set<Long> roles = new LinkedHashSet<>();
        ids.forEach(id -> roles.add(guild.role(Snowflakes.parse(id.asString(""))).id));
        return roles;
    }

    /** Gives or takes one role, which must stand below the actor's own. */
    public void role(Guild guild, long userId, long roleId, boolean given, Actor actor) {
        world.permissions().require(guild, actor.userId(), MANAGE_ROLES);
        Member member = guild.requireMember(userId);
        Role role = guild.role(roleId);
        if (role.position >= world.permissions().rank(guild, actor.userId())) {
            throw DiscordError.MISSING_PERMISSIONS.exception();
        }
        boolean changed = given ? member.roles.add(roleId) : member.roles.remove(roleId);
        if (changed) {
            world.auditLog().add(guild.id, AuditLog.MEMBER_ROLE_UPDATE, userId, actor);
            changed(guild, member);
        }
    }

    private void changed(Guild guild, Member member) {
        ObjectNode json = GuildJson.member(world, member).put("guild_id", Long.toString(guild.id));
        int intents = member.userId == world.botId() ? 0 : Intents.GUILD_MEMBERS;
        world.emit(Event.of("GUILD_MEMBER_UPDATE", json, guild.id, 0, intents));
    }

    public Role createRole(Guild guild, ObjectNode body, Actor actor) {
        world.permissions().require(guild, actor.userId(), MANAGE_ROLES);
        if (guild.roles.size() >= 250) {
            throw DiscordError.MAX_ROLES.exception();
        }
        Role role = new Role(world.ids.next(), "new role", guild.everyone().permissions);
        fill(role, body, guild, actor);
        guild.roles.values().stream().filter(each -> each.position >= 1).forEach(each -> each.position++);
        role.position = 1;
        guild.roles.put(role.id, role);
        world.auditLog().add(guild.id, AuditLog.ROLE_CREATE, role.id, actor);
        publish("GUILD_ROLE_CREATE", guild, role);
        return role;
    }

    public Role modifyRole(Guild guild, long roleId, ObjectNode body, Actor actor) {
        world.permissions().require(guild, actor.userId(), MANAGE_ROLES);
        Role role = guild.role(roleId);
        if (role.position >= world.permissions().rank(guild, actor.userId())) {
            throw DiscordError.MISSING_PERMISSIONS.exception();
        }
        fill(role, body, guild, actor);
        world.auditLog().add(guild.id, AuditLog.ROLE_UPDATE, role.id, actor);
        publish("GUILD_ROLE_UPDATE", guild, role);
        return role;
    }

    private void fill(Role role, ObjectNode body, Guild guild, Actor actor) {
        Form form = new Form(body);
        String name = Objects.requireNonNullElse(form.text("name", 0, 100), role.name);
        long permissions = Objects.requireNonNullElse(form.bits("permissions"), role.permissions);
        int color = Objects.requireNonNullElse(form.integer("color", 0, 0xFFFFFF), role.color);
        boolean hoist = Objects.requireNonNullElse(form.flag("hoist"), role.hoist);
        boolean mentionable = Objects.requireNonNullElse(form.flag("mentionable"), role.mentionable);
        form.ignore("icon", "unicode_emoji", "colors");
        form.finish();
        long own = world.permissions().in(guild, actor.userId());
        if (((permissions ^ role.permissions) & ~own) != 0) {
            throw DiscordError.MISSING_PERMISSIONS.exception();
        }
        role.name = name;
        role.permissions = permissions;
        role.color = color;
        role.hoist = hoist;
        role.mentionable = mentionable;
    }

    public void deleteRole(Guild guild, long roleId, Actor actor) {
        world.permissions().require(guild, actor.userId(), MANAGE_ROLES);
        Role role = guild.role(roleId);
        if (role.botId != 0 || role.position >= world.permissions().rank(guild, actor.userId())) {
            throw DiscordError.MISSING_PERMISSIONS.exception();
        }
        guild.roles.remove(roleId);
        guild.members.values().forEach(member -> member.roles.remove(roleId));
        world.auditLog().add(guild.id, AuditLog.ROLE_DELETE, roleId, actor);
        ObjectNode json = Json.object().put("guild_id", Long.toString(guild.id)).put("role_id", Long.toString(roleId));
        world.emit(Event.of("GUILD_ROLE_DELETE", json, guild.id, 0, Intents.GUILDS));
    }

    private void publish(String event, Guild guild, Role role) {
        ObjectNode json = Json.object().put("guild_id", Long.toString(guild.id));
        json.set("role", GuildJson.role(role));
        world.emit(Event.of(event, json, guild.id, 0, Intents.GUILDS));
    }
}
