package dev.homelab.discordbot.discord.channel;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.dv8tion.jda.api.entities.PermissionOverride;
import net.dv8tion.jda.api.entities.channel.concrete.Category;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.requests.restaction.AuditableRestActionImpl;
import org.jspecify.annotations.Nullable;

/**
 * One call for everything in a channel that is not as it should be. JDA's own manager refuses to hand out what the bot
 * lacks in the channel, so it could not put back the bot's own overwrite; Discord only asks for what it has in the server.
 */
final class ChannelMend {

    private final TextChannel channel;
    private final DataObject change = DataObject.empty();

    ChannelMend(TextChannel channel) {
        this.channel = channel;
    }

    void rename(String name) {
        change.put("name", name);
    }

    /** What others have allowed or denied on top stays. */
    void permit(Collection<Allowance> lacking, List<Long> former) {
        Map<Long, DataObject> overwrites = new TreeMap<>();
        channel.getPermissionOverrides().forEach(each -> overwrites.put(each.getIdLong(), kept(each)));
        lacking.forEach(each -> overwrites.put(each.holder(), with(each, each.of(channel))));
        former.forEach(overwrites::remove);
        change.put("permission_overwrites", DataArray.fromCollection(overwrites.values()));
    }

    boolean isNeeded() {
        return !change.keys().isEmpty();
    }

    RestAction<Void> call() {
        return new AuditableRestActionImpl<Void>(
                        channel.getJDA(), Route.Channels.MODIFY_CHANNEL.compile(channel.getId()), change)
                .reason("The bot needs it so");
    }

    RestAction<Void> into(Category category) {
        change.put("parent_id", category.getId());
        return call();
    }

    private static DataObject kept(PermissionOverride known) {
        return overwrite(known.getIdLong(), known.isMemberOverride(), known.getAllowedRaw(), known.getDeniedRaw());
    }

    private static DataObject with(Allowance wanted, @Nullable PermissionOverride known) {
        long allowed = known == null ? 0 : known.getAllowedRaw();
        long denied = known == null ? 0 : known.getDeniedRaw();
        return overwrite(
                wanted.holder(),
                wanted.member(),
                (allowed | wanted.allowed()) & ~wanted.denied(),
                (denied | wanted.denied()) & ~wanted.allowed());
    }

    private static DataObject overwrite(long holder, boolean member, long allowed, long denied) {
        return DataObject.empty()
                .put("id", Long.toString(holder))
                .put("type", member ? 1 : 0)
                .put("allow", Long.toString(allowed))
                .put("deny", Long.toString(denied));
    }
}
