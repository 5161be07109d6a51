package dev.homelab.local.discord.world;

import static dev.homelab.local.discord.world.Permission.ADD_REACTIONS;
import static dev.homelab.local.discord.world.Permission.ADMINISTRATOR;
import static dev.homelab.local.discord.world.Permission.ATTACH_FILES;
import static dev.homelab.local.discord.world.Permission.CHANGE_NICKNAME;
import static dev.homelab.local.discord.world.Permission.CREATE_PRIVATE_THREADS;
import static dev.homelab.local.discord.world.Permission.CREATE_PUBLIC_THREADS;
import static dev.homelab.local.discord.world.Permission.EMBED_LINKS;
import static dev.homelab.local.discord.world.Permission.MANAGE_CHANNELS;
import static dev.homelab.local.discord.world.Permission.MANAGE_ROLES;
import static dev.homelab.local.discord.world.Permission.MANAGE_THREADS;
import static dev.homelab.local.discord.world.Permission.READ_MESSAGE_HISTORY;
import static dev.homelab.local.discord.world.Permission.SEND_MESSAGES;
import static dev.homelab.local.discord.world.Permission.SEND_MESSAGES_IN_THREADS;
import static dev.homelab.local.discord.world.Permission.USE_APPLICATION_COMMANDS;
import static dev.homelab.local.discord.world.Permission.VIEW_CHANNEL;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes worlds: the one that everything starts with, saved ones, and more servers and people in them. */
public final class Worlds {

    public static final long BOT = 100_000_000_000_000_001L;
    public static final long MIA = 100_000_000_000_000_011L;
    public static final long NOAH = 100_000_000_000_000_012L;
    public static final long SAM = 100_000_000_000_000_013L;
    public static final long ADA = 100_000_000_000_000_014L;
    public static final long COMMUNITY = 100_000_000_000_000_100L;
    public static final long GENERAL = 100_000_000_000_000_101L;

    private static final long EVERYBODYS = Permission.of(
            VIEW_CHANNEL,
            SEND_MESSAGES,
            SEND_MESSAGES_IN_THREADS,
            CREATE_PUBLIC_THREADS,
            READ_MESSAGE_HISTORY,
            EMBED_LINKS,
            ATTACH_FILES,
            ADD_REACTIONS,
            USE_APPLICATION_COMMANDS,
            CHANGE_NICKNAME);
    /** What the bot needs, and the invitation asks for. */
    public static final long BOTS = Permission.of(
            VIEW_CHANNEL,
            SEND_MESSAGES,
            SEND_MESSAGES_IN_THREADS,
            CREATE_PRIVATE_THREADS,
            MANAGE_THREADS,
            MANAGE_CHANNELS,
            MANAGE_ROLES,
            READ_MESSAGE_HISTORY,
            EMBED_LINKS,
            ATTACH_FILES);

    private final World world;

    private Worlds(World world) {
        this.world = world;
    }

    /** The world that was saved in {@code file}, or the starting one when there is none. */
    public static World open(Clock clock, Rules rules, @Nullable Path file) {
        try {
            if (file != null && Files.exists(file)) {
                return new World(clock, rules, WorldState.read(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the saved Discord world " + file, e);
        }
        World world = new World(clock, rules, new WorldState());
        new Worlds(world).start();
        return world;
    }

    private void start() {
        world.state.botId = BOT;
        world.state.users.put(BOT, new User(BOT, "Homelab", null, true, true, null));
        person(MIA, "mia", "Mia", "de");
        person(NOAH, "noah", "Noah", "fr");
        person(SAM, "sam", "Sam", "es-ES");
        person(ADA, "ada", "Ada", Locales.USUAL);
        Guild guild = guild(world, COMMUNITY, GENERAL, "Homelab Community", ADA);
        role(guild, "Staff", Permission.of(MANAGE_THREADS));
        role(guild, "Admin", ADMINISTRATOR.bit());
        List.of(MIA, NOAH, SAM).forEach(id -> guild.members.put(id, new Member(id, world.now())));
        guild.requireMember(SAM).roles.add(guild.role("Staff").id);
        guild.requireMember(ADA).roles.addAll(Set.of(guild.role("Staff").id, guild.role("Admin").id));
        invite(world, guild, BOTS);
    }

    private void person(long id, String name, String shown, String locale) {
        world.state.users.put(id, new User(id, name, shown, false, true, locale));
    }

    /** Makes a person who is in no server yet. */
    public static User newPerson(World world, String shownName) {
        return world.locked(() -> {
            long id = world.ids.next();
            String name = shownName.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9_.]", "");
            User user = new User(id, name.isEmpty() ? "user" + id : name, shownName, false, true, null);
            world.state.users.put(id, user);
            return user;
        });
    }

    /** Lets direct messages to the user in, or refuses them with 50007. */
    public static void messagable(World world, long userId, boolean lets) {
        world.locked(() -> world.state.users.put(userId, world.user(userId).withMessagable(lets)));
    }

    /** Lets the user's Discord speak another of {@link Locales#ALL}. */
    public static User speak(World world, long userId, String locale) {
        return world.locked(() -> {
            User user = world.user(userId).withLocale(Locales.known(locale));
            world.state.users.put(userId, user);
            world.emit(Event.unseen(0, 0));
            return user;
        });
    }

    /** Makes a server with #general; the bot is not in it yet. */
    public static Guild newGuild(World world, String name, long ownerId) {
        return world.locked(() -> guild(world, world.ids.next(), world.ids.next(), name, ownerId));
    }

    private static Guild guild(World world, long id, long generalId, String name, long ownerId) {
        Guild guild = new Guild(id, name);
        guild.roles.put(id, new Role(id, "@everyone", EVERYBODYS));
        guild.ownerId = ownerId;
        guild.members.put(ownerId, new Member(ownerId, world.now()));
        world.state.guilds.put(id, guild);
        world.state.channels.put(generalId, new Channel(generalId, ChannelType.TEXT, id, "general"));
        world.emit(Event.unseen(id, 0));
        return guild;
    }

    private void role(Guild guild, String name, long permissions) {
        newRole(world, guild, name, permissions);
    }

    /** Makes a role above all others, without asking anybody. */
    public static Role newRole(World world, Guild guild, String name, long permissions) {
        Role role = new Role(world.ids.next(), name, permissions);
        role.position = guild.roles.size();
        guild.roles.put(role.id, role);
        return role;
    }

    /** Lets the bot in with a managed role that has these permissions, above all other roles. */
    public static void invite(World world, Guild guild, long permissions) {
        Role role = newRole(world, guild, world.user(world.botId()).name(), permissions);
        role.botId = world.botId();
        Member bot = new Member(world.botId(), world.now());
        bot.roles = new LinkedHashSet<>(Set.of(role.id));
        guild.members.put(bot.userId, bot);
        world.emit(Event.of("GUILD_CREATE", GuildJson.created(world, guild, false), guild.id, 0, Intents.GUILDS));
    }
}
