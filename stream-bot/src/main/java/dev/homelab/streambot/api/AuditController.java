package dev.homelab.streambot.api;

import dev.homelab.common.contract.AuditApi;
import dev.homelab.common.contract.AuditPage;
import dev.homelab.streambot.audit.Action;
import dev.homelab.streambot.audit.AuditEntry;
import dev.homelab.streambot.audit.AuditLog;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class AuditController implements AuditApi {

    private static final int PAGE = 100;
    private static final int BATCH = 1000;

    private final AuditLog audit;
    private final JsonMapper json;

    AuditController(AuditLog audit, JsonMapper json) {
        this.audit = audit;
        this.json = json;
    }

    @Override
    public AuditPage page(@Nullable Long before, @Nullable UUID streamer, @Nullable String action) {
        long from = before == null ? Long.MAX_VALUE : before;
        List<AuditLog.Line> lines = audit.page(from, streamer, action(action), PAGE + 1);
        List<AuditLog.Line> shown = lines.stream().limit(PAGE).toList();
        return new AuditPage(
                shown.stream().map(AuditController::line).toList(),
                lines.size() > PAGE ? shown.getLast().id() : null);
    }

    private static @Nullable Action action(@Nullable String name) {
        try {
            return name == null || name.isBlank() ? null : Action.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw new BadRequest("An action is one of " + List.of(Action.values()) + ".");
        }
    }

    /** A batch at a time, so that neither a statement nor this process holds all of it. */
    @GetMapping("/export")
    void export(
            @RequestParam(required = false) @Nullable UUID streamer,
            @RequestParam(required = false) @Nullable String action,
            HttpServletResponse response)
            throws IOException {
        Action wanted = action(action);
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.ndjson\"");
        OutputStream out = response.getOutputStream();
        long before = Long.MAX_VALUE;
        List<AuditLog.Line> batch;
        do {
            batch = audit.page(before, streamer, wanted, BATCH);
            for (AuditLog.Line each : batch) {
                out.write(json.writeValueAsBytes(line(each)));
                out.write('\n');
                before = each.id();
            }
            out.flush();
        } while (batch.size() == BATCH);
    }

    private static AuditPage.Line line(AuditLog.Line line) {
        AuditEntry entry = line.entry();
        return new AuditPage.Line(
                line.id(),
                entry.at(),
                entry.action().name(),
                entry.outcome(),
                entry.platform(),
                entry.streamer(),
                entry.connection(),
                entry.origin().ip(),
                entry.origin().userAgent(),
                entry.detail());
    }
}
