package dev.homelab.local.demo;

/** Ends the demo with exit code 1; the message is one sentence that names the problem and the way out. */
final class DemoProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoProblem(String sentence) {
        super(sentence);
    }
}
