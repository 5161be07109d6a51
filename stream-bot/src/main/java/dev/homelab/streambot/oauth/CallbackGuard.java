package dev.homelab.streambot.oauth;

import dev.homelab.streambot.platform.Platforms;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets only callbacks of the right shape through: of a known platform and the right issuer, each parameter once, of a sane length. */
class CallbackGuard extends OncePerRequestFilter {

    static final String CALLBACKS = "/oauth/*/callback";

    private static final RequestMatcher CALLBACK =
            PathPatternRequestMatcher.withDefaults().matcher("/oauth/{platform}/callback");
    private static final Map<String, Integer> LONGEST =
            Map.of("state", 100, "code", 2048, "error", 100, "error_description", 1000, "iss", 200);

    private final Platforms platforms;

    CallbackGuard(Platforms platforms) {
        this.platforms = platforms;
    }

    /** The platform whose callback this is, whatever the request says otherwise. */
    static String platform(HttpServletRequest request) {
        return CALLBACK.matcher(request).getVariables().getOrDefault("platform", "");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !CALLBACK.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (wellFormed(request) && fromTheRightIssuer(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect(Problem.UNUSABLE.path());
        }
    }

    private static boolean wellFormed(HttpServletRequest request) {
        boolean code = request.getParameter("code") != null;
        boolean error = request.getParameter("error") != null;
        return HttpMethod.GET.matches(request.getMethod())
                && request.getParameter("state") != null
                && code != error
                && LONGEST.entrySet().stream().allMatch(limit -> sane(request, limit.getKey(), limit.getValue()));
    }

    private static boolean sane(HttpServletRequest request, String name, int longest) {
        String[] values = request.getParameterValues(name);
        return values == null
                || (values.length == 1
                        && !values[0].isBlank()
                        && values[0].length() <= longest
                        && values[0].chars().noneMatch(Character::isISOControl));
    }

    /** Google names itself in its callbacks (RFC 9207); a platform that has no issuer names none. */
    private boolean fromTheRightIssuer(HttpServletRequest request) {
        String issuer = request.getParameter("iss");
        return platforms
                .find(platform(request))
                .filter(platform ->
                        issuer == null || platform.settings().issuer().equals(issuer))
                .isPresent();
    }
}
