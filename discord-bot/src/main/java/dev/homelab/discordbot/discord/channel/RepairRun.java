package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.ticket.WrongMove;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.entities.Guild;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One repair under way, and what it has counted so far. */
final class RepairRun {

    private static final Logger log = LoggerFactory.getLogger(RepairRun.class);

    private final Guild guild;
    private final Tries tries;
    private final Map<String, String> broken = new LinkedHashMap<>();
    private int checked;
    private int mended;
    private int calls;

    RepairRun(Guild guild, Tries tries) {
        this.guild = guild;
        this.tries = tries;
    }

    Guild guild() {
        return guild;
    }

    void checked(int more) {
        checked += more;
    }

    void called(int more) {
        calls += more;
    }

    /** Mends one thing; what fails is reported and tried again, five times soon and then in each round. */
    void mend(String what, int callsAtMost, Runnable how) {
        calls += callsAtMost;
        if (attempt(what, how)) {
            mended++;
        }
    }

    /** A part of the repair, which counts for itself what it mends. */
    void step(String what, Runnable part) {
        attempt(what, part);
    }

    private boolean attempt(String what, Runnable how) {
        try {
            how.run();
            return true;
        } catch (WrongMove e) {
            log.atDebug().log("{} was moved meanwhile: {}", what, e.getMessage());
        } catch (RuntimeException e) {
            tries.failed(guild.getIdLong(), what);
            broken.put(what, what + ": " + e.getMessage());
        }
        return false;
    }

    RepairReport report(Instant at) {
        tries.keepOnly(guild.getIdLong(), broken.keySet());
        return new RepairReport(guild.getIdLong(), at, checked, mended, calls, List.copyOf(broken.values()));
    }
}
