package dev.homelab.streambot.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses whoever starts or finishes consents too often, before anything is written for them. */
public class LimitFilter extends OncePerRequestFilter {

    private final RateLimits limits;
    private final Map<RequestMatcher, Limit> ofAddresses;

    LimitFilter(RateLimits limits, LimitSettings settings) {
        this.limits = limits;
        var paths = PathPatternRequestMatcher.withDefaults();
        this.ofAddresses = Map.of(
                paths.matcher(HttpMethod.GET, "/sign-in/{platform}"), settings.ofSignIns(),
                paths.matcher(HttpMethod.POST, "/connections/{platform}"), settings.ofLinks(),
                paths.matcher("/oauth/{platform}/callback"), settings.ofCallbacks());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration wait = ofAddresses.entrySet().stream()
                .filter(limit -> limit.getKey().matches(request))
                .map(limit -> longest(limit.getValue(), request))
                .findFirst()
                .orElse(Duration.ZERO);
        if (wait.isZero()) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }

    /** Counts the address, and the streamer who is signed in, wherever they are. */
    private Duration longest(Limit limit, HttpServletRequest request) {
        Duration address = limits.take(limit, Neighbours.of(request.getRemoteAddr()));
        if (!address.isZero()) {
            return address;
        }
        // The request knows its user from the end of the chain of filters on, and this stands in the middle.
        Authentication streamer = SecurityContextHolder.getContext().getAuthentication();
        return streamer == null ? address : limits.take(limit, streamer.getName());
    }
}
