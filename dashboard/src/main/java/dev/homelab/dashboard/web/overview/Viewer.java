package dev.homelab.dashboard.web.overview;

import dev.homelab.dashboard.web.Reader;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Somebody who looks. Has a thread and a short queue of their own, so that a slow one keeps nobody waiting. */
final class Viewer {

    private static final int BEHIND = 20;
    /** Soon enough that nobody notices the end of a stream. */
    private static final long AGAIN_MILLIS = 1000;

    private static final Patch LAST = new Patch(0, "");

    private final Reader reader;
    private final SseEmitter emitter;
    private final BlockingQueue<Patch> queue = new LinkedBlockingQueue<>(BEHIND);
    private volatile boolean gone;

    Viewer(Reader reader, SseEmitter emitter) {
        this.reader = reader;
        this.emitter = emitter;
    }

    /** What changed on the page; without any HTML it only shows that somebody is there. */
    record Patch(long version, String html) {}

    Reader reader() {
        return reader;
    }

    boolean isGone() {
        return gone;
    }

    /** Who is too far behind is cut off, comes again by itself, and catches up. */
    void send(Patch patch) {
        if (!queue.offer(patch)) {
            leave();
        }
    }

    /** Its thread is woken by what waits, or by a last word. */
    void leave() {
        gone = true;
        queue.offer(LAST);
        emitter.complete();
    }

    void serve() {
        try {
            emitter.send(SseEmitter.event().reconnectTime(AGAIN_MILLIS));
            for (Patch patch = queue.take(); !gone; patch = queue.take()) {
                emitter.send(
                        patch.html().isEmpty()
                                ? SseEmitter.event().comment("")
                                : SseEmitter.event()
                                        .id(String.valueOf(patch.version()))
                                        .name("patch")
                                        .data(patch.html(), MediaType.TEXT_HTML));
            }
        } catch (IOException | IllegalStateException e) {
            gone = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
