package dev.homelab.streambot.web;

import dev.homelab.common.page.Moments;
import dev.homelab.streambot.connection.Connection;
import dev.homelab.streambot.connection.Death;
import dev.homelab.streambot.connection.Endings;
import dev.homelab.streambot.platform.Feature;
import dev.homelab.streambot.platform.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A link as its streamer sees it; what is a key is one of the texts.
 *
 * @param platform its id, which is in the paths
 * @param initial stands where there is no picture
 * @param tone a class of the shared style sheet
 * @param refreshed null when it never was
 * @param renewed whether that goes on
 * @param next null when that is now, or never
 * @param end null while none is near
 * @param missing keys of features
 */
public record LinkCard(
        String id,
        String platform,
        String title,
        String account,
        String picture,
        String initial,
        String stateKey,
        String tone,
        String adviceKey,
        Moments.Moment since,
        Moments.@Nullable Moment refreshed,
        boolean renewed,
        Moments.@Nullable Moment next,
        Moments.@Nullable Moment end,
        List<String> missing,
        String helpKey) {

    static LinkCard of(Connection connection, Platform platform, Moments moments, Instant now) {
        boolean broken = connection.death() != null;
        Optional<Instant> end = broken ? Optional.empty() : endSoon(connection, platform, now);
        List<Feature> missing = broken ? List.of() : platform.settings().missing(connection.scopes());
        Standing standing = Standing.of(connection, platform, missing, end.isPresent());
        boolean renewed = connection.isRenewable() && standing != Standing.BROKEN && standing != Standing.OFF;
        Instant refreshed = connection.refreshedAt();
        return new LinkCard(
                connection.id().toString(),
                platform.id(),
                platform.title(),
                connection.accountName(),
                connection.picture(),
                initial(connection.accountName()),
                standing.key(),
                standing.tone(),
                advice(standing, connection),
                moments.day(connection.linkedAt()),
                refreshed == null ? null : moments.time(refreshed),
                renewed,
                renewed && connection.refreshDue().isAfter(now) ? moments.time(connection.refreshDue()) : null,
                end.map(moments::day).orElse(null),
                missing.stream().map(Feature::key).toList(),
                standing.help(missing).key());
    }

    /** What works by its token ends with it, where there is nothing to renew it with. */
    private static Optional<Instant> endSoon(Connection connection, Platform platform, Instant now) {
        if (!connection.isRenewable() && !platform.settings().features().isEmpty()) {
            return Optional.of(connection.expiresAt());
        }
        return connection.knownEnd(platform.unusedLife()).filter(known -> !now.isBefore(known.minus(Endings.AHEAD)));
    }

    /** The first letter, be it one of those that take two places. */
    private static String initial(String name) {
        return name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }

    private static String advice(Standing standing, Connection connection) {
        if (standing == Standing.LIVE && !connection.isRenewable()) {
            return "advice.sign-in";
        }
        Death death = connection.death();
        String of = standing == Standing.BROKEN && death != null ? death.code() : standing.name();
        return "advice." + of.toLowerCase(Locale.ROOT);
    }

    public boolean isBroken() {
        return tone.equals("down");
    }

    public boolean hasHelp() {
        return !helpKey.equals(Standing.Help.NONE.key());
    }
}
