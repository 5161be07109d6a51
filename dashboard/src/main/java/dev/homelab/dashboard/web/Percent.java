package dev.homelab.dashboard.web;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.OptionalDouble;

/** Shares in words, cut and never rounded up, so that a hundred percent is a hundred percent. */
public final class Percent {

    private static final double CUT = 10_000;

    private Percent() {}

    /** Such as {@code 99.98 %}; a dash where nothing is known. */
    public static String of(OptionalDouble share, Locale locale) {
        if (share.isEmpty()) {
            return "–";
        }
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(Math.floor(share.getAsDouble() * CUT) / CUT);
    }
}
