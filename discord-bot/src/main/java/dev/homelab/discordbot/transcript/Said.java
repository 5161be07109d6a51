package dev.homelab.discordbot.transcript;

import dev.homelab.discordbot.ticket.Person;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message of a ticket's thread, or of its notes.
 *
 * @param bot whether a bot said it
 * @param roleIds those of the author in the server
 * @param managesThreads whether the author may manage threads in the thread's channel
 * @param replyTo the message that it answers; null for none
 */
public record Said(
        long id,
        long threadId,
        Person author,
        boolean bot,
        Set<Long> roleIds,
        boolean managesThreads,
        Instant at,
        Words words,
        @Nullable Long replyTo,
        List<Upload> files) {

    /** A file that came with it; the address is Discord's, and expires. */
    public record Upload(long id, String name, long size, String url) {}

    public Said {
        roleIds = Set.copyOf(roleIds);
        files = List.copyOf(files);
    }
}
