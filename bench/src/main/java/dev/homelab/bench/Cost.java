package dev.homelab.bench;

import java.util.Locale;

/**
 * What one act cost.
 *
 * @param millis from its beginning until Discord has heard the last of it
 * @param statements sent to PostgreSQL, its share of what runs all the time left out
 * @param databaseMillis that PostgreSQL was busy with them
 */
record Cost(double millis, double statements, double databaseMillis) {

    static Cost of(double millis, Database.Spent spent) {
        return new Cost(millis, spent.statements(), spent.millis());
    }

    /** Each figure over the other's. */
    Cost over(Cost other) {
        return new Cost(millis / other.millis, statements / other.statements, databaseMillis / other.databaseMillis);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%.1f ms, %.0f statements, %.1f ms in PostgreSQL", millis, statements, databaseMillis);
    }

    String asRatios() {
        return String.format(
                Locale.ROOT, "time %.2f, statements %.2f, PostgreSQL %.2f", millis, statements, databaseMillis);
    }
}
