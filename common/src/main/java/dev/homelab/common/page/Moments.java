package dev.homelab.common.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/** Times as somebody reads them: in their language, and in their zone where their browser has told it in a cookie. */
public final class Moments {

    static final String ZONE = "homelab-zone";

    private static final String SANE = "[A-Za-z0-9_+/-]{1,60}";

    /**
     * A time on a page.
     *
     * @param iso for machines, in UTC
     * @param text for people
     */
    public record Moment(String iso, String text) {}

    private final Locale locale;
    private final Optional<ZoneId> zone;

    private Moments(Locale locale, Optional<ZoneId> zone) {
        this.locale = locale;
        this.zone = zone;
    }

    public static Moments of(HttpServletRequest request, Locale locale) {
        return new Moments(
                locale,
                Optional.ofNullable(WebUtils.getCookie(request, ZONE))
                        .map(Cookie::getValue)
                        .flatMap(Moments::zone));
    }

    private static Optional<ZoneId> zone(String told) {
        try {
            return told.matches(SANE) ? Optional.of(ZoneId.of(told)) : Optional.empty();
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Moments that && locale.equals(that.locale) && zone.equals(that.zone);
    }

    @Override
    public int hashCode() {
        return Objects.hash(locale, zone);
    }

    /** In whose clock the times are; UTC where no browser has told another. */
    public ZoneId zone() {
        return zone.orElse(ZoneOffset.UTC);
    }

    /** To the minute. */
    public Moment time(Instant at) {
        return moment(at, DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT));
    }

    public Moment day(Instant at) {
        return moment(at, DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM));
    }

    /** The time of day alone, for an axis. */
    public String hour(Instant at) {
        return written(at, DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT));
    }

    /** Day and month alone, for an axis. */
    public String dayOfYear(Instant at) {
        return written(at, DateTimeFormatter.ofLocalizedPattern("MMMd"));
    }

    private Moment moment(Instant at, DateTimeFormatter format) {
        String text = written(at, format);
        return new Moment(at.toString(), zone.isPresent() ? text : text + " UTC");
    }

    private String written(Instant at, DateTimeFormatter format) {
        return format.withLocale(locale).withZone(zone()).format(at);
    }
}
