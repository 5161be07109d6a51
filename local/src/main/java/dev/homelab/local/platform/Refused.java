package dev.homelab.local.platform;

/** A request that is answered with a refusal. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Answer answer;

    Refused(Answer answer) {
        super(answer.status() + " " + answer.body(), null, false, true);
        this.answer = answer;
    }

    static Refused badRequest(String reason) {
        return new Refused(Answer.json(400, "error", "invalid_request", "error_description", reason));
    }

    Answer answer() {
        return answer;
    }
}
