package dev.homelab.dashboard.web.backups;

import dev.homelab.common.contract.BackupsApi;
import dev.homelab.common.contract.BackupsOverview;
import dev.homelab.common.page.Moments.Moment;
import dev.homelab.dashboard.access.Me;
import dev.homelab.dashboard.audit.Audit;
import dev.homelab.dashboard.bots.BotSettings;
import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.web.BotAway;
import dev.homelab.dashboard.web.Reader;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class BackupsController {

    private static final double MEGABYTE = 1024.0 * 1024;

    private final BackupsApi backups;
    private final BotSettings bots;
    private final Audit audit;

    BackupsController(BackupsApi backups, BotSettings bots, Audit audit) {
        this.backups = backups;
        this.bots = bots;
        this.audit = audit;
    }

    /** One for the page. */
    record Line(
            String id,
            Moment at,
            double megabytes,
            long seconds,
            boolean encrypted,
            @Nullable Moment verified,
            @Nullable Long restoreSeconds,
            @Nullable String problem) {

        static Line of(BackupsOverview.Backup backup, Reader reader) {
            return new Line(
                    backup.id(),
                    reader.moments().time(backup.at()),
                    backup.bytes() / MEGABYTE,
                    backup.seconds(),
                    Boolean.TRUE.equals(backup.encrypted()),
                    backup.verifiedAt() == null ? null : reader.moments().time(backup.verifiedAt()),
                    backup.restoreSeconds(),
                    backup.problem());
        }
    }

    @GetMapping("/backups")
    String list(HttpServletRequest request, Model model) {
        model.addAttribute("connected", bots.hasBackup());
        if (bots.hasBackup()) {
            Reader reader = Reader.of(request);
            BackupsOverview overview = told();
            model.addAttribute("underWay", overview.underWay());
            model.addAttribute(
                    "next", overview.next() == null ? null : reader.moments().time(overview.next()));
            model.addAttribute(
                    "backups",
                    overview.backups().stream().map(one -> Line.of(one, reader)).toList());
        }
        return "backups";
    }

    private BackupsOverview told() {
        try {
            return backups.overview();
        } catch (RestClientException e) {
            throw new BotAway("backup", e);
        }
    }

    @PostMapping("/backups")
    String backUp(Me me, RedirectAttributes flash) {
        audit.note(me.name(), Said.of("audit.backup-begun"));
        return begun(backups::backUp, flash);
    }

    @PostMapping("/backups/{id}/drill")
    String drill(@PathVariable String id, Me me, RedirectAttributes flash) {
        audit.note(me.name(), Said.of("audit.drill-begun"));
        return begun(() -> backups.drill(id), flash);
    }

    private static String begun(Runnable wish, RedirectAttributes flash) {
        try {
            wish.run();
            flash.addFlashAttribute("begun", true);
        } catch (HttpClientErrorException e) {
            flash.addFlashAttribute("busy", true);
        } catch (RestClientException e) {
            throw new BotAway("backup", e);
        }
        return "redirect:/backups";
    }
}
