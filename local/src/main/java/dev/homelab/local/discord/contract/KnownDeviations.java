package dev.homelab.local.discord.contract;

import java.util.List;
import java.util.regex.Pattern;

/** Where a client sends, or Discord takes, other than the description says; each with its reason. */
final class KnownDeviations {

    private record Deviation(Pattern where, Pattern fault) {}

    private static final List<Deviation> KNOWN = List.of(
            // Discord takes snowflakes and permission bits as numbers too, and JDA sends some so.
            known(".* request", ".*(id|allow|deny)\\b.* integer found, string expected"),
            known("POST /users/@me/channels request", "/recipient_id .*"),
            known(
                    Pattern.quote("PATCH /guilds/{guild_id}/channels request"),
                    "/\\d+/parent_id (integer found, (null|string) expected|must be valid to one and only one .*)"),
            // JDA writes these numbers as strings, and Discord reads them.
            known("(PUT|POST|PATCH) /applications/.*commands request", "/.*(contexts|integration_types)/\\d+ .*"),
            // Discord documents these permission bits as a string, its description as a number.
            known("(PUT|POST|PATCH) /applications/.*commands request", ".*default_member_permissions string found.*"),
            // A 429 has no code unless it is about more than the rate.
            known(".* answer 429", ".*required property 'code' not found"),
            // JDA sends wait with each edit of an answer; Discord does not mind.
            known("PATCH /webhooks/.*", "Discord knows no query parameter wait"));

    private KnownDeviations() {}

    private static Deviation known(String where, String fault) {
        return new Deviation(Pattern.compile(where), Pattern.compile(fault, Pattern.DOTALL));
    }

    static boolean covers(String where, String fault) {
        return KNOWN.stream()
                .anyMatch(each -> each.where().matcher(where).matches()
                        && each.fault().matcher(fault).matches());
    }
}
