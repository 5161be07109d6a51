package dev.homelab.dashboard.web;

import dev.homelab.dashboard.status.RoundDone;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Sends the page's live part to everybody who looks, once it differs from what was sent last. */
@Component
class LiveStream {

    private static final long ONE_HOUR = 3_600_000;
    private static final Set<String> LIVE_PART = Set.of("live");

    private final Overviews overviews;
    private final ITemplateEngine templates;
    private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();
    private volatile String sent = "";

    LiveStream(Overviews overviews, ITemplateEngine templates) {
        this.overviews = overviews;
        this.templates = templates;
    }

    /** The browser connects again by itself when the hour is over. */
    SseEmitter open() {
        SseEmitter emitter = new SseEmitter(ONE_HOUR);
        emitter.onCompletion(() -> open.remove(emitter));
        emitter.onTimeout(emitter::complete);
        open.add(emitter);
        send(emitter, event(render()));
        return emitter;
    }

    @EventListener(RoundDone.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void roundDone() {
        if (open.isEmpty()) {
            return;
        }
        String now = render();
        boolean changed = !now.equals(sent);
        sent = now;
        open.forEach(emitter ->
                send(emitter, changed ? event(now) : SseEmitter.event().comment("")));
    }

    private String render() {
        Context context = new Context(Locale.ENGLISH);
        context.setVariable("overview", overviews.now());
        return templates.process("live", LIVE_PART, context);
    }

    private static SseEmitter.SseEventBuilder event(String html) {
        return SseEmitter.event().name("overview").data(html, MediaType.TEXT_HTML);
    }

    private void send(SseEmitter emitter, SseEmitter.SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException e) {
            open.remove(emitter);
        }
    }
}
