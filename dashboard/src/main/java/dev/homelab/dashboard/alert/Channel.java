package dev.homelab.dashboard.alert;

import dev.homelab.dashboard.check.Definition;
import dev.homelab.dashboard.check.InvalidCheck;
import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.check.Severity;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A way to tell somebody.
 *
 * @param target an address of the web or of e-mail, or the id of a channel on Discord; those of the web are as good as secrets
 * @param least nothing that matters less goes this way
 * @param repeatAfter how long after the last message an incident that still lasts is told again; null for never
 * @param language in which it is told: en, de, fr or es
 */
public record Channel(
        UUID id,
        String title,
        Kind kind,
        String target,
        Severity least,
        @Nullable Duration repeatAfter,
        String language,
        boolean enabled) {

    private static final Duration SHORTEST = Duration.ofMinutes(5);

    public Channel {
        if (Definition.isNoName(title)) {
            throw new InvalidCheck(Said.of("invalid.title"));
        }
        if (!kind.fits(target)) {
            throw new InvalidCheck(Said.of("invalid.target." + kind.key()));
        }
        if (repeatAfter != null && repeatAfter.compareTo(SHORTEST) < 0) {
            throw new InvalidCheck(Said.of("invalid.repeat"));
        }
    }

    /** How it is told. */
    public enum Kind {
        DISCORD_WEBHOOK,
        DISCORD_BOT,
        EMAIL,
        NTFY,
        WEBHOOK;

        private static final String EMAIL_SHAPE = "[^\\s@,;<>]{1,64}@[^\\s@,;<>]{1,190}";

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private boolean fits(String target) {
            return switch (this) {
                case DISCORD_BOT -> target.matches("[1-9][0-9]{14,18}");
                case EMAIL -> target.matches(EMAIL_SHAPE);
                case DISCORD_WEBHOOK, NTFY, WEBHOOK -> isWeb(target);
            };
        }

        private static boolean isWeb(String target) {
            try {
                URI address = new URI(target);
                return ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                        && address.getHost() != null;
            } catch (URISyntaxException e) {
                return false;
            }
        }
    }

    boolean cares(Severity severity) {
        return enabled && severity.compareTo(least) <= 0;
    }

    /** As it may be shown: of an address of the web its host alone. */
    public String shownTarget() {
        return switch (kind) {
            case EMAIL, DISCORD_BOT -> target;
            case DISCORD_WEBHOOK, NTFY, WEBHOOK -> URI.create(target).getHost() + "/…";
        };
    }

    Locale locale() {
        return Locale.forLanguageTag(language);
    }

    @Override
    public String toString() {
        return "Channel[" + title + ", " + kind + "]";
    }
}
