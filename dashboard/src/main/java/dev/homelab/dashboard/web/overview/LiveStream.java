package dev.homelab.dashboard.web.overview;

import dev.homelab.dashboard.status.Board;
import dev.homelab.dashboard.status.CheckStatus;
import dev.homelab.dashboard.status.Picture;
import dev.homelab.dashboard.web.Reader;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Sends the pieces of the page that look otherwise, once for all who read the same words. */
@Component
class LiveStream {

    private static final long LIFE = Duration.ofMinutes(2).toMillis();
    private static final int BEATS_BETWEEN_SIGNS = 20;
    private static final Set<String> PATCH = Set.of("patch");

    private final Overviews overviews;
    private final Changes changes;
    private final Board board;
    private final DrawnRows rows;
    private final ITemplateEngine templates;
    private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
    private final Map<Reader, Overview.Top> tops = new HashMap<>();
    private int beats;

    LiveStream(Overviews overviews, Changes changes, Board board, DrawnRows rows, ITemplateEngine templates) {
        this.overviews = overviews;
        this.changes = changes;
        this.board = board;
        this.rows = rows;
        this.templates = templates;
    }

    /** Short, since only a new connection asks whether somebody is still signed in; the browser makes it by itself. */
    SseEmitter open(Reader reader, long since) {
        SseEmitter emitter = new SseEmitter(LIFE);
        Viewer viewer = new Viewer(reader, emitter);
        emitter.onCompletion(viewer::leave);
        emitter.onTimeout(viewer::leave);
        emitter.onError(_ -> viewer.leave());
        Picture picture = board.picture();
        viewer.send(patch(reader, overviews.top(picture, reader), changes.since(since, picture)));
        viewers.add(viewer);
        Thread.ofVirtual().name("viewer").start(viewer::serve);
        return emitter;
    }

    @Scheduled(fixedDelay = 500)
    void beat() {
        Picture picture = board.picture();
        long before = changes.version();
        boolean changed = changes.note(picture);
        viewers.removeIf(Viewer::isGone);
        boolean sign = ++beats % BEATS_BETWEEN_SIGNS == 0;
        List<CheckStatus> news = changed ? changes.since(before, picture) : List.of();
        Map<Reader, Viewer.Patch> drawn = new HashMap<>();
        viewers.forEach(viewer -> {
            Viewer.Patch patch = drawn.computeIfAbsent(viewer.reader(), reader -> news(reader, picture, news));
            if (sign || !patch.html().isEmpty()) {
                viewer.send(patch);
            }
        });
        tops.keySet().retainAll(drawn.keySet());
    }

    private Viewer.Patch news(Reader reader, Picture picture, List<CheckStatus> news) {
        Overview.Top top = overviews.top(picture, reader);
        boolean same = top.equals(tops.put(reader, top));
        return same && news.isEmpty() ? new Viewer.Patch(changes.version(), "") : patch(reader, top, news);
    }

    private Viewer.Patch patch(Reader reader, Overview.Top top, List<CheckStatus> checks) {
        Context context = new Context(reader.locale());
        context.setVariable("top", top);
        context.setVariable("rows", rows.of(checks, reader));
        return new Viewer.Patch(changes.version(), templates.process("overview/live", PATCH, context));
    }
}
