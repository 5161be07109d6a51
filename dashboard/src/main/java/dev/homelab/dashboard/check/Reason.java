package dev.homelab.dashboard.check;

/** The innermost cause is what an operator can mend; the layers around it say less. */
final class Reason {

    private static final int LONGEST = 200;

    private Reason() {}

    static String of(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        String text = message == null || message.isBlank()
                ? cause.getClass().getSimpleName()
                : message.strip().lines().findFirst().orElse("");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
