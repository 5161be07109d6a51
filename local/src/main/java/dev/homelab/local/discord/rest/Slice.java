package dev.homelab.local.discord.rest;

import java.util.List;
import java.util.function.ToLongFunction;

/** The part of a history that {@code before}, {@code after} or {@code around} asks for. */
final class Slice {

    private Slice() {}

    /** Takes the oldest first and gives the newest first; at most {@code limit} of the query, 50 without one. */
    static <T> List<T> of(List<T> all, ToLongFunction<T> id, Call call) {
        int limit = call.number("limit", 50, 1, 100);
        Long before = call.snowflake("before");
        Long after = call.snowflake("after");
        Long around = call.snowflake("around");
        int from;
        if (around != null) {
            from = below(all, id, around) - limit / 2;
        } else if (after != null) {
            from = below(all, id, after + 1);
        } else {
            from = (before == null ? all.size() : below(all, id, before)) - limit;
        }
        int to = Math.clamp((long) from + limit, 0, all.size());
        return all.subList(Math.clamp(from, 0, to), to).reversed();
    }

    private static <T> int below(List<T> all, ToLongFunction<T> id, long bound) {
        return (int) all.stream().filter(one -> id.applyAsLong(one) < bound).count();
    }
}
