package dev.homelab.streambot.api;

import dev.homelab.streambot.audit.Origin;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Which service is asking. */
@Component
class Callers {

    private final HttpServletRequest request;

    /** @param request stands for whichever is being answered */
    Callers(HttpServletRequest request) {
        this.request = request;
    }

    HandOut.Caller current() {
        return new HandOut.Caller(String.valueOf(request.getRemoteUser()), Origin.of(request));
    }
}
