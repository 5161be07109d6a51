package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.discord.connection.DatabaseReturned;
import dev.homelab.discordbot.discord.outbox.Chore;
import dev.homelab.discordbot.discord.outbox.Chores;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import net.dv8tion.jda.api.entities.Guild;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings database and Discord together again: after a start, after a gap in the gateway, and every 15 minutes. */
@Component
public class Repair implements Chore {

    private static final Logger log = LoggerFactory.getLogger(Repair.class);

    private final TicketChannelManager channels;
    private final ThreadRepair threads;
    private final Opener opener;
    private final Headroom headroom;
    private final Tries tries;
    private final Chores chores;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<Long, Lock> locks = new ConcurrentHashMap<>();
    private final Map<Long, RepairReport> reports = new ConcurrentHashMap<>();

    Repair(
            TicketChannelManager channels,
            ThreadRepair threads,
            Opener opener,
            Headroom headroom,
            Tries tries,
            Chores chores,
            MeterRegistry meters,
            Clock clock) {
        this.channels = channels;
        this.threads = threads;
        this.opener = opener;
        this.headroom = headroom;
        this.tries = tries;
        this.chores = chores;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "repair";
    }

    @EventListener
    void on(DatabaseReturned event) {
        chores.everywhere(name());
    }

    /** The last repair of a server since the start. */
    public Optional<RepairReport> last(long guildId) {
        return Optional.ofNullable(reports.get(guildId));
    }

    /** Does it now, and again soon as long as something is left broken that may still be mended. */
    public void now(Guild guild) {
        run(guild).ifPresent(wait -> chores.after(name(), guild.getIdLong(), wait));
    }

    /** One at a time in each server; in one that is whole, one call for the panel's message and one for all threads. */
    @Override
    public Optional<Duration> run(Guild guild) {
        Lock lock = locks.computeIfAbsent(guild.getIdLong(), _ -> new ReentrantLock());
        lock.lock();
        try {
            RepairRun run = new RepairRun(guild, tries);
            run.step("the layout", () -> channels.prepare(guild));
            run.step("the threads", () -> threads.mend(run));
            run.step("the queue", () -> opener.advance(guild));
            run.step("the headroom", () -> headroom.keep(guild));
            tell(guild, run.report(clock.instant()));
            return tries.pause(guild.getIdLong());
        } finally {
            lock.unlock();
        }
    }

    private void tell(Guild guild, RepairReport report) {
        reports.put(guild.getIdLong(), report);
        meters.counter("homelab.repair.checked").increment(report.checked());
        meters.counter("homelab.repair.mended").increment(report.mended());
        meters.counter("homelab.repair.calls").increment(report.calls());
        meters.counter("homelab.repair.broken").increment(report.broken().size());
        log.atLevel(report.broken().isEmpty() ? Level.INFO : Level.ERROR)
                .addKeyValue("guild", guild.getId())
                .log(
                        "Checked {} tickets in {}, mended {} with {} calls; left broken: {}",
                        report.checked(),
                        guild.getName(),
                        report.mended(),
                        report.calls(),
                        report.broken());
    }
}
