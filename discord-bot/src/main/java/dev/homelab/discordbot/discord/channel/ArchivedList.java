package dev.homelab.discordbot.discord.channel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.requests.RestActionImpl;

/** The archived private threads of a channel from a moment backwards; JDA's own paging begins at the present. */
final class ArchivedList {

    private static final int MOST_PAGES = 20;

    private ArchivedList() {}

    record Line(long id, String name, long ownerId) {}

    /** One call for each hundred, 2,000 at most: the rest is for the next time. */
    static List<Line> before(TextChannel channel, Instant moment) {
        List<Line> lines = new ArrayList<>();
        String before = moment.toString();
        for (int i = 0; i < MOST_PAGES; i++) {
            DataObject page = page(channel, before);
            DataArray threads = page.getArray("threads");
            threads.stream(DataArray::getObject).map(ArchivedList::line).forEach(lines::add);
            if (!page.getBoolean("has_more") || threads.isEmpty()) {
                return lines;
            }
            before = threads.getObject(threads.length() - 1)
                    .getObject("thread_metadata")
                    .getString("archive_timestamp");
        }
        return lines;
    }

    private static DataObject page(TextChannel channel, String before) {
        return new RestActionImpl<DataObject>(
                        channel.getJDA(),
                        Route.Channels.LIST_PRIVATE_ARCHIVED_THREADS
                                .compile(channel.getId())
                                .withQueryParams("limit", "100", "before", before),
                        (response, request) -> response.getObject())
                .complete();
    }

    private static Line line(DataObject thread) {
        return new Line(thread.getUnsignedLong("id"), thread.getString("name"), thread.getUnsignedLong("owner_id"));
    }
}
