package dev.homelab.streambot.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/**
 * Where a request came from.
 *
 * @param ip the address that connected, or the one a trusted proxy names; empty for what this service does by itself
 * @param userAgent at most 200 characters, none of them a control character
 */
public record Origin(String ip, String userAgent) {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** This service itself. */
    public static final Origin NOBODY = new Origin("", "");

    private static final int LONGEST = 200;

    public Origin {
        userAgent = CONTROL.matcher(userAgent).replaceAll(" ");
        userAgent = userAgent.substring(0, Math.min(userAgent.length(), LONGEST));
    }

    public static Origin of(HttpServletRequest request) {
        String userAgent = request.getHeader("User-Agent");
        return new Origin(request.getRemoteAddr(), userAgent == null ? "" : userAgent);
    }
}
