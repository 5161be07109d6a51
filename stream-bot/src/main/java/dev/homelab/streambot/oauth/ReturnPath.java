package dev.homelab.streambot.oauth;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where somebody goes after a consent: a page of ours, however the wish was written. */
final class ReturnPath {

    static final String USUAL = "/connections";

    private static final Pattern OURS = Pattern.compile("/[a-z][a-z0-9-]*(/[a-z0-9-]+)*(\\?[a-z]+=[a-z0-9-]+)?");
    private static final int LONGEST = 200;

    private ReturnPath() {}

    /** The wish when it is plainly a path of ours, the page of links otherwise. */
    static String of(@Nullable String wish) {
        return wish != null && wish.length() <= LONGEST && OURS.matcher(wish).matches() ? wish : USUAL;
    }
}
