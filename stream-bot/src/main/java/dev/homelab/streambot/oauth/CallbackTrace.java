package dev.homelab.streambot.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;

/** What is known of a callback while it is on its way through Spring Security's filters, for the audit. */
final class CallbackTrace {

    private static final String CONSENT = CallbackTrace.class.getName() + ".consent";
    private static final String CONSUMED = CallbackTrace.class.getName() + ".consumed";
    private static final String UNUSABLE = CallbackTrace.class.getName() + ".unusable";

    private CallbackTrace() {}

    static void consented(HttpServletRequest request, Consent consent) {
        request.setAttribute(CONSENT, consent);
    }

    static void consumed(HttpServletRequest request, Consent consent, Instant at) {
        consented(request, consent);
        request.setAttribute(CONSUMED, at);
    }

    static void unusable(HttpServletRequest request, Unusable why) {
        request.setAttribute(UNUSABLE, why);
    }

    /** What the callback was for; empty when its state could not be used and is not known. */
    static Optional<Consent> consent(HttpServletRequest request) {
        return Optional.ofNullable((Consent) request.getAttribute(CONSENT));
    }

    /** When the state was used up; its line in the audit has the same moment, by which the two find each other. */
    static Optional<Instant> consumedAt(HttpServletRequest request) {
        return Optional.ofNullable((Instant) request.getAttribute(CONSUMED));
    }

    static Optional<Unusable> unusable(HttpServletRequest request) {
        return Optional.ofNullable((Unusable) request.getAttribute(UNUSABLE));
    }
}
