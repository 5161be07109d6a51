package dev.homelab.dashboard.check;

import java.util.Arrays;
import java.util.List;

/**
 * A sentence that is put into words where it is read, in the reader's language; it holds no secret.
 *
 * @param key of a text in {@code texts/}
 * @param args what stands at its places
 */
public record Said(String key, List<String> args) {

    private static final int LONGEST = 300;

    public Said {
        args = args.stream().map(Said::storable).toList();
    }

    /** With what stands at its places, cut after 300 characters each. */
    public static Said of(String key, Object... args) {
        return new Said(
                key,
                Arrays.stream(args).map(String::valueOf).map(Said::shortened).toList());
    }

    /** With a text that is kept whole, such as a note or lines of a log. */
    public static Said whole(String key, String text) {
        return new Said(key, List.of(text));
    }

    /** PostgreSQL keeps no NUL, and strangers send some. */
    private static String storable(String arg) {
        return arg.replace("\0", "");
    }

    private static String shortened(String arg) {
        return arg.length() <= LONGEST ? arg : arg.substring(0, LONGEST) + "…";
    }
}
