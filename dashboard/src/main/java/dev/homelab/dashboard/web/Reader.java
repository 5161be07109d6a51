package dev.homelab.dashboard.web;

import dev.homelab.common.page.Moments;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Whoever reads a page: those in whom it is equal read the same words. */
public record Reader(Locale locale, Moments moments) {

    public static Reader of(HttpServletRequest request) {
        Locale locale = RequestContextUtils.getLocale(request);
        return new Reader(locale, Moments.of(request, locale));
    }
}
