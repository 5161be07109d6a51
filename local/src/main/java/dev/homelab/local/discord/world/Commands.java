package dev.homelab.local.discord.world;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The application's registered commands, for all servers (guild 0) and for single ones. */
public final class Commands {

    private final World world;

    Commands(World world) {
        this.world = world;
    }

    public List<ObjectNode> of(long guildId) {
        String guild = Long.toString(guildId);
        return world.state.commands.stream()
                .filter(command -> command.path("guild_id").asString("0").equals(guild))
                .toList();
    }

    public ObjectNode get(long guildId, String id) {
        return of(guildId).stream()
                .filter(command -> command.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow(DiscordError.UNKNOWN_COMMAND::exception);
    }

    /** Registers one, in place of that of the same name and type. */
    public ObjectNode put(long guildId, ObjectNode body) {
        ObjectNode command = read(guildId, body);
        ObjectNode before = find(guildId, command);
        if (before != null) {
            command.put("id", before.path("id").asString());
            world.state.commands.remove(before);
        }
        world.state.commands.add(command);
        return command;
    }

    /** Registers exactly these. */
    public List<ObjectNode> replace(long guildId, ArrayNode bodies) {
        FormErrors errors = new FormErrors();
        if (bodies.size() > 130) {
            errors.add("commands", "BASE_TYPE_MAX_LENGTH", "Must be 130 or fewer in length.");
        }
        errors.refuse();
        List<ObjectNode> before = of(guildId);
        List<ObjectNode> after = bodies.valueStream()
                .map(body -> put(guildId, (ObjectNode) body))
                .toList();
        world.state.commands.removeIf(old -> before.contains(old) && !after.contains(old));
        return after;
    }

    public ObjectNode edit(long guildId, String id, ObjectNode body) {
        ObjectNode before = get(guildId, id);
        ObjectNode merged = before.deepCopy();
        merged.remove(List.of("id", "application_id", "version", "guild_id", "dm_permission"));
        merged.setAll(body);
        world.state.commands.remove(before);
        ObjectNode command = read(guildId, merged).put("id", id);
        world.state.commands.add(command);
        return command;
    }

    public void delete(long guildId, String id) {
        world.state.commands.remove(get(guildId, id));
    }

    private @Nullable ObjectNode find(long guildId, JsonNode like) {
        return of(guildId).stream()
                .filter(each -> each.path("name").equals(like.path("name"))
                        && each.path("type").equals(like.path("type")))
                .findFirst()
                .orElse(null);
    }

    private ObjectNode read(long guildId, ObjectNode body) {
        Form form = new Form(body);
        String id = Long.toString(world.ids.next());
        int type = Objects.requireNonNullElse(form.choice("type", 1, 2, 3), 1);
        ObjectNode command = Json.object()
                .put("id", id)
                .put("application_id", Long.toString(world.botId()))
                .put("version", id)
                .put("type", type)
                .put("name", form.requiredText("name", 1, 32))
                .put("nsfw", Boolean.TRUE.equals(form.flag("nsfw")))
                .put("dm_permission", !Boolean.FALSE.equals(form.flag("dm_permission")));
        form.ignore("id", "integration_types", "contexts", "handler");
        command.put("description", type == 1 ? form.requiredText("description", 1, 100) : "");
        Long needed = form.bits("default_member_permissions");
        command.put("default_member_permissions", needed == null ? null : needed.toString());
        for (String map : new String[] {"name_localizations", "description_localizations"}) {
            command.set(map, form.map(map));
        }
        for (String list : new String[] {"contexts", "integration_types"}) {
            if (body.hasNonNull(list)) {
                ArrayNode numbers = command.putArray(list);
                body.path(list).forEach(number -> numbers.add(number.asInt()));
            }
        }
        ArrayNode options = form.list("options", 25);
        if (options != null && !options.isEmpty()) {
            new CommandOptions(form.errors()).check(options, "options");
            command.set("options", options);
        }
        form.finish();
        return guildId == 0 ? command : command.put("guild_id", Long.toString(guildId));
    }

    /** What the person is offered in this channel. */
    public List<ObjectNode> usable(Channel channel, Actor actor) {
        return world.state.commands.stream()
                .filter(command -> isUsable(command, channel, actor))
                .toList();
    }

    ObjectNode usable(Channel channel, String name, int type, Actor actor) {
        return usable(channel, actor).stream()
                .filter(command -> command.path("name").asString().equals(name)
                        && command.path("type").asInt() == type)
                .findFirst()
                .orElseThrow(DiscordError.UNKNOWN_COMMAND::exception);
    }

    private boolean isUsable(ObjectNode command, Channel channel, Actor actor) {
        if (channel.isDirect()) {
            return !command.has("guild_id") && command.path("dm_permission").asBoolean();
        }
        String guild = command.path("guild_id").asString("0");
        if (!guild.equals("0") && !guild.equals(Long.toString(channel.guildId))) {
            return false;
        }
        long permissions = world.permissions().in(channel, actor.userId());
        long needed = command.path("default_member_permissions").asLong(0);
        boolean barred = command.path("default_member_permissions").asString("").equals("0");
        boolean admin = Permission.ADMINISTRATOR.in(permissions);
        return Permission.USE_APPLICATION_COMMANDS.in(permissions)
                && (admin || (!barred && (permissions & needed) == needed));
    }
}
