package dev.homelab.bench;

import java.util.Locale;

/**
 * What a burst came to.
 *
 * @param callsPerOpen counted calls for each member
 * @param timeOverBound until the last call, over what the limits allow
 * @param lost members who have no open ticket with a thread and its first message
 * @param doubled tickets, threads and first messages above one for each member
 * @param tooMany answers 429
 * @param answerMillis from a sent form to its first answer, which says that the bot is thinking, the 99th percentile
 * @param formMillis from a click to the form, the 99th percentile
 * @param lateForms clicks that got no form within Discord's three seconds
 * @param seconds from the first sent form to the last call
 * @param statements to PostgreSQL for each member, from the sent form on
 * @param showing who was busy until everybody had a form
 * @param answering who was busy until everybody had heard something
 */
record BurstFigures(
        double callsPerOpen,
        double timeOverBound,
        long lost,
        long doubled,
        long tooMany,
        long answerMillis,
        long formMillis,
        long lateForms,
        double seconds,
        double statements,
        Shares showing,
        Shares answering) {

    String overBound() {
        return decimal(timeOverBound);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    @Override
    public String toString() {
        return "calls_per_open=" + decimal(callsPerOpen) + " over_bound=" + overBound() + " lost=" + lost + " doubled="
                + doubled + " answer_p99_ms=" + answerMillis + " form_p99_ms=" + formMillis + " late_forms=" + lateForms
                + " too_many=" + tooMany
                + " seconds=" + String.format(Locale.ROOT, "%.1f", seconds);
    }
}
