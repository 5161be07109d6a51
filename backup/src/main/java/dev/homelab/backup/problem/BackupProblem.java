package dev.homelab.backup.problem;

/** Something that could not be done; the message is one sentence without a full stop, without any secret. */
public final class BackupProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BackupProblem(String sentence) {
        super(sentence);
    }

    public BackupProblem(String sentence, Throwable cause) {
        super(sentence + ": " + firstLine(cause), cause);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }

    private static String firstLine(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank()
                ? cause.getClass().getSimpleName()
                : message.strip().lines().findFirst().orElse("").strip();
    }
}
