package dev.homelab.discordbot.guild;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * When the staff of a type are there.
 *
 * @param zone as in {@code Europe/Berlin}
 * @param days on which they are there
 * @param from the first minute of a day
 * @param until the minute after the last; at or before {@code from} it lies on the next day
 * @param outside what a member reads who opens a ticket outside of them, at most 500 characters
 */
public record WorkingHours(String zone, Set<DayOfWeek> days, LocalTime from, LocalTime until, String outside) {

    public WorkingHours {
        days = Set.copyOf(days);
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new RefusedSetup("hours.zone", zone);
        }
        if (days.isEmpty() || outside.length() > 500) {
            throw new RefusedSetup("hours");
        }
    }

    /**
     * Reads a time of day.
     *
     * @throws RefusedSetup when it is not written like 09:00
     */
    public static LocalTime time(String text) {
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeException e) {
            throw new RefusedSetup("hours.time", text);
        }
    }

    /** The moment at which somebody has been there for that long, counted from a moment on. */
    Instant after(Instant moment, Duration there) {
        ZoneId place = ZoneId.of(zone);
        Duration left = there;
        LocalDate day = moment.atZone(place).toLocalDate().minusDays(1);
        while (true) {
            Instant begin = later(moment, day.atTime(from).atZone(place).toInstant());
            LocalDate lastDay = from.isBefore(until) ? day : day.plusDays(1);
            Duration span =
                    Duration.between(begin, lastDay.atTime(until).atZone(place).toInstant());
            if (days.contains(day.getDayOfWeek()) && span.isPositive()) {
                if (span.compareTo(left) >= 0) {
                    return begin.plus(left);
                }
                left = left.minus(span);
            }
            day = day.plusDays(1);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Whether somebody is there at that moment. */
    public boolean include(Instant moment) {
        ZonedDateTime local = moment.atZone(ZoneId.of(zone));
        LocalTime time = local.toLocalTime();
        DayOfWeek day = local.getDayOfWeek();
        if (from.isBefore(until)) {
            return days.contains(day) && !time.isBefore(from) && time.isBefore(until);
        }
        return (days.contains(day) && !time.isBefore(from)) || (days.contains(day.minus(1)) && time.isBefore(until));
    }
}
