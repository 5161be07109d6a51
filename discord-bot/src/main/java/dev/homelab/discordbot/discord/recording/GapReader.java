package dev.homelab.discordbot.discord.recording;

import dev.homelab.discordbot.discord.connection.DatabaseReturned;
import dev.homelab.discordbot.discord.connection.DiscordConnection;
import dev.homelab.discordbot.discord.outbox.Chore;
import dev.homelab.discordbot.discord.outbox.Chores;
import dev.homelab.discordbot.transcript.TranscriptGaps;
import dev.homelab.discordbot.transcript.TranscriptRecorder;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageHistory;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.events.guild.GuildAvailableEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.session.SessionInvalidateEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reads back what was said, edited and deleted while nobody listened, or could not be recorded. The list of threads, with their last
 * messages, comes with the session, so that only threads with a gap cost a call, one for each hundred messages.
 */
@Component
class GapReader extends ListenerAdapter implements Chore {

    private static final Logger log = LoggerFactory.getLogger(GapReader.class);
    private static final int PAGE = 100;
    private static final Duration AGAIN = Duration.ofSeconds(10);
    private static final int SOON = 5;

    private final TranscriptGaps gaps;
    private final TranscriptRecorder recorder;
    private final Missed missed;
    private final Chores chores;
    private final DiscordConnection discord;
    private final Map<Long, Lock> reading = new ConcurrentHashMap<>();
    private final Map<Long, Integer> failed = new ConcurrentHashMap<>();

    GapReader(
            TranscriptGaps gaps, TranscriptRecorder recorder, Missed missed, Chores chores, DiscordConnection discord) {
        this.gaps = gaps;
        this.recorder = recorder;
        this.missed = missed;
        this.chores = chores;
        this.discord = discord;
    }

    @Override
    public String name() {
        return "read-back";
    }

    @Override
    public void onGuildReady(GuildReadyEvent event) {
        now(event.getGuild());
    }

    @Override
    public void onGuildJoin(GuildJoinEvent event) {
        now(event.getGuild());
    }

    /** Discord's own outage of one server. */
    @Override
    public void onGuildAvailable(GuildAvailableEvent event) {
        now(event.getGuild());
    }

    @Override
    public void onSessionRecreate(SessionRecreateEvent event) {
        event.getJDA().getGuilds().forEach(this::now);
    }

    @Override
    public void onSessionInvalidate(SessionInvalidateEvent event) {
        missed.ended(event.getJDA());
    }

    @EventListener
    void on(DatabaseReturned event) {
        failed.clear();
        chores.everywhere(name());
    }

    private void now(Guild guild) {
        failed.remove(guild.getIdLong());
        run(guild).ifPresent(wait -> again(guild, wait));
    }

    private void again(Guild guild, Duration wait) {
        try {
            chores.after(name(), guild.getIdLong(), wait);
        } catch (RuntimeException e) {
            log.atWarn().addKeyValue("guild", guild.getId()).log("Read back when the database is: {}", e.getMessage());
            discord.databaseFailed();
        }
    }

    /**
     * One after the other in each server, so that two events of one reconnect do not read the same gap; what cannot be read
     * is tried again soon, a few times, and then in each round.
     */
    @Override
    public Optional<Duration> run(Guild guild) {
        Lock lock = reading.computeIfAbsent(guild.getIdLong(), _ -> new ReentrantLock());
        lock.lock();
        try {
            if (readThreads(guild)) {
                failed.remove(guild.getIdLong());
                return Optional.empty();
            }
            int failures = failed.merge(guild.getIdLong(), 1, Integer::sum);
            return failures > SOON ? Optional.empty() : Optional.of(AGAIN.multipliedBy(failures));
        } finally {
            lock.unlock();
        }
    }

    private boolean readThreads(Guild guild) {
        int session = missed.sessions();
        Map<Long, ThreadChannel> threads = guild.getThreadChannelCache().stream()
                .filter(MessageListener::isOurs)
                .collect(Collectors.toMap(ISnowflake::getIdLong, thread -> thread));
        Map<Long, Long> latest = new HashMap<>();
        threads.forEach((id, thread) -> latest.put(id, thread.getLatestMessageIdLong()));
        Map<Long, Long> found = new HashMap<>();
        if (!succeeds(guild, () -> found.putAll(gaps.of(latest, missed.unsure())))) {
            return false;
        }
        found.forEach((id, after) -> {
            ThreadChannel thread = Objects.requireNonNull(threads.get(id));
            if (!succeeds(guild, () -> read(thread, after))) {
                missed.isUnsure(id, after + 1);
            }
        });
        return missed.caughtUp(guild, session)
                && Collections.disjoint(missed.unsure().keySet(), threads.keySet());
    }

    private static boolean succeeds(Guild guild, Runnable part) {
        try {
            part.run();
            return true;
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("guild", guild.getId())
                    .log("What was missed in {} is read back later: {}", guild.getName(), e.getMessage());
            return false;
        }
    }

    private void read(ThreadChannel thread, long after) {
        long latest = thread.getLatestMessageIdLong();
        List<Message> newest = new ArrayList<>(newest(thread, after));
        boolean whole = newest.size() % PAGE != 0 || newest.isEmpty();
        Collections.reverse(newest);
        Map<Long, Member> members = new HashMap<>();
        newest.forEach(message -> record(message, thread, message.getIdLong() > after, members));
        long to = newest.isEmpty() ? after : newest.getLast().getIdLong();
        recorder.deletedUnseen(
                thread.getIdLong(),
                whole ? 0 : newest.getFirst().getIdLong(),
                to,
                newest.stream().map(ISnowflake::getIdLong).toList());
        long readTo = Math.max(to, latest);
        gaps.closed(thread.getIdLong(), readTo);
        missed.wasRead(thread.getIdLong(), readTo + 1);
        log.atInfo().addKeyValue("thread", thread.getId()).log("Read back {} message(s)", newest.size());
    }

    /** The newest first, in hundreds: the last of them reaches back beyond the gap, which shows what changed there. */
    private static List<Message> newest(ThreadChannel thread, long after) {
        MessageHistory history = thread.getHistory();
        List<Message> page;
        do {
            page = history.retrievePast(PAGE).complete();
        } while (page.size() == PAGE && page.getLast().getIdLong() > after);
        return history.getRetrievedHistory();
    }

    private void record(Message message, ThreadChannel thread, boolean isNew, Map<Long, Member> members) {
        OffsetDateTime edited = message.getTimeEdited();
        if (!MessageListener.isSaid(message)) {
            return;
        }
        if (isNew) {
            recorder.said(MessageReading.of(message, thread, author(message, thread, members)));
        }
        if (edited != null) {
            recorder.edited(MessageReading.of(message, thread, null), edited.toInstant());
        }
    }

    /** History tells no roles: each person who wrote in the gap costs one call, bots none. */
    private static @Nullable Member author(Message message, ThreadChannel thread, Map<Long, Member> members) {
        if (message.getAuthor().isBot() || message.isWebhookMessage()) {
            return null;
        }
        Member known = members.get(message.getAuthor().getIdLong());
        if (known != null) {
            return known;
        }
        try {
            Member member =
                    thread.getGuild().retrieveMember(message.getAuthor()).complete();
            members.put(member.getIdLong(), member);
            return member;
        } catch (ErrorResponseException e) {
            return null;
        }
    }
}
