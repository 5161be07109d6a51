package dev.homelab.dashboard.web.overview;

import dev.homelab.dashboard.status.CheckStatus;
import dev.homelab.dashboard.web.CheckRow;
import dev.homelab.dashboard.web.CheckRows;
import dev.homelab.dashboard.web.Reader;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * The rows of checks as HTML. Drawing them is much of the work of an overview, and what they say changes seldom: each is drawn
 * once for all who read the same words.
 */
@Component
class DrawnRows {

    private static final int MOST = 2_000;
    private static final Set<String> ROW = Set.of("row");

    private final CheckRows rows;
    private final ITemplateEngine templates;
    private final ConcurrentLruCache<Wording, String> drawn = new ConcurrentLruCache<>(MOST, this::draw);

    DrawnRows(CheckRows rows, ITemplateEngine templates) {
        this.rows = rows;
        this.templates = templates;
    }

    private record Wording(CheckRow row, Locale locale) {}

    /** All of them in this order, escaped and ready to be put into a list. */
    String of(List<CheckStatus> checks, Reader reader) {
        return checks.stream()
                .map(check -> drawn.get(new Wording(rows.of(check, reader), reader.locale())))
                .collect(Collectors.joining("\n"));
    }

    private String draw(Wording wording) {
        Context context = new Context(wording.locale());
        context.setVariable("row", wording.row());
        return templates.process("overview/live", ROW, context);
    }
}
