package dev.homelab.dashboard.web.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.dashboard.web.Reader;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class ViewerTest {

    private final Viewer viewer = new Viewer(Reader.of(new MockHttpServletRequest()), new SseEmitter());
    private final Thread thread = Thread.ofVirtual().unstarted(viewer::serve);

    @Test
    void needsNoThreadAnyMoreWhenItHasLeftWhileNothingWasToBeSaid() {
        thread.start();
        await().until(() -> thread.getState() == Thread.State.WAITING);

        viewer.leave();
        await().until(() -> !thread.isAlive());
        assertThat(viewer.isGone()).isTrue();
    }

    @Test
    void needsNoThreadAnyMoreWhenItWasCutOff() {
        for (int i = 0; i <= 20; i++) {
            viewer.send(new Viewer.Patch(i, ""));
        }
        assertThat(viewer.isGone()).isTrue();
        thread.start();
        await().until(() -> !thread.isAlive());
    }
}
