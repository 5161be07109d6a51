package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.GuildSetup;
import dev.homelab.discordbot.guild.TicketType;
import java.util.EnumSet;
import java.util.List;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.Category;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.requests.restaction.ChannelAction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the categories and channels that a server lacks. Each id is saved before the next thing is made. */
@Component
class GuildLayout {

    private static final String ACTIVE = "🎫 Active Tickets";
    private static final String ARCHIVE = "📦 Ticket Archive";
    private static final String PANEL = "open-a-ticket";

    /** What the bot itself needs where everybody is denied it. */
    private static final EnumSet<Permission> OWN = EnumSet.of(
            Permission.VIEW_CHANNEL,
            Permission.MESSAGE_SEND,
            Permission.MESSAGE_EMBED_LINKS,
            Permission.MESSAGE_HISTORY);

    private static final EnumSet<Permission> OWN_IN_THREADS = EnumSet.of(
            Permission.VIEW_CHANNEL,
            Permission.MESSAGE_SEND,
            Permission.MESSAGE_SEND_IN_THREADS,
            Permission.CREATE_PRIVATE_THREADS,
            Permission.MANAGE_THREADS,
            Permission.MESSAGE_EMBED_LINKS,
            Permission.MESSAGE_HISTORY);

    private static final EnumSet<Permission> NO_TALK =
            EnumSet.of(Permission.MESSAGE_SEND, Permission.CREATE_PUBLIC_THREADS, Permission.CREATE_PRIVATE_THREADS);

    private final GuildRegistry guilds;

    GuildLayout(GuildRegistry guilds) {
        this.guilds = guilds;
    }

    /** Returns the channel of the panel; a layout that is whole costs no call. */
    TextChannel repair(Guild guild, GuildSetup setup, List<TicketType> types) {
        Category active = activeCategory(guild, setup);
        Category archive = archiveCategory(guild, setup);
        types.forEach(type -> typeChannel(guild, active, type));
        types.forEach(type -> archiveChannel(guild, archive, type));
        return panelChannel(guild, active, setup);
    }

    private Category activeCategory(Guild guild, GuildSetup setup) {
        Category known = category(guild, setup.activeCategoryId());
        if (known != null) {
            return known;
        }
        Category made = guild.createCategory(ACTIVE).reason("Tickets live here").complete();
        setup.activeCategoryMade(made.getIdLong());
        guilds.save(setup);
        return made;
    }

    /** Cards show who asked for help, so the archive is for those who manage threads anyway. */
    private Category archiveCategory(Guild guild, GuildSetup setup) {
        Category known = category(guild, setup.archiveCategoryId());
        if (known != null) {
            return known;
        }
        Category made = guild.createCategory(ARCHIVE)
                .addPermissionOverride(guild.getPublicRole(), null, EnumSet.of(Permission.VIEW_CHANNEL))
                .addPermissionOverride(guild.getSelfMember(), OWN, null)
                .reason("Cards of closed tickets are kept here")
                .complete();
        setup.archiveCategoryMade(made.getIdLong());
        guilds.save(setup);
        return made;
    }

    private void typeChannel(Guild guild, Category parent, TicketType type) {
        if (channel(guild, type.channelId()) == null) {
            TextChannel made = quiet(guild, parent.createTextChannel(type.channelName()))
                    .addPermissionOverride(guild.getSelfMember(), OWN_IN_THREADS, null)
                    .reason("Tickets of the type " + type.name())
                    .complete();
            type.channelMade(made.getIdLong());
            guilds.save(type);
        }
    }

    private void archiveChannel(Guild guild, Category parent, TicketType type) {
        if (channel(guild, type.archiveChannelId()) == null) {
            TextChannel made = parent.createTextChannel(type.channelName() + "-archive")
                    .syncPermissionOverrides()
                    .reason("Closed tickets of the type " + type.name())
                    .complete();
            type.archiveChannelMade(made.getIdLong());
            guilds.save(type);
        }
    }

    private TextChannel panelChannel(Guild guild, Category parent, GuildSetup setup) {
        TextChannel known = channel(guild, setup.panelChannelId());
        if (known != null) {
            return known;
        }
        TextChannel made = quiet(guild, parent.createTextChannel(PANEL))
                .addPermissionOverride(guild.getSelfMember(), OWN, null)
                .setPosition(0)
                .reason("Members open tickets here")
                .complete();
        setup.panelChannelMade(made.getIdLong());
        guilds.save(setup);
        return made;
    }

    /** Everybody sees the channel and may talk in threads they belong to, and nowhere else in it. */
    private static ChannelAction<TextChannel> quiet(Guild guild, ChannelAction<TextChannel> channel) {
        return channel.addPermissionOverride(
                guild.getPublicRole(),
                EnumSet.of(Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND_IN_THREADS),
                NO_TALK);
    }

    private static @Nullable Category category(Guild guild, @Nullable Long id) {
        return id == null ? null : guild.getCategoryById(id);
    }

    private static @Nullable TextChannel channel(Guild guild, @Nullable Long id) {
        return id == null ? null : guild.getTextChannelById(id);
    }
}
