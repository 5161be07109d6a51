package dev.homelab.local.demo;

/** Ends the demo, or a benchmark, with exit code 1; the message is one sentence that names the problem and the way out. */
public final class DemoProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DemoProblem(String sentence) {
        super(sentence);
    }
}
