package dev.homelab.common.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns {@code Authorization: Bearer <token>} into the caller it belongs to. */
class CallerTokenFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final InternalSettings settings;

    CallerTokenFilter(InternalSettings settings) {
        this.settings = settings;
    }

    static String authority(String caller) {
        return "CALLER_" + caller;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        caller(request.getHeader(HttpHeaders.AUTHORIZATION)).ifPresent(CallerTokenFilter::authenticate);
        chain.doFilter(request, response);
    }

    private Optional<String> caller(@Nullable String header) {
        if (header == null || !header.startsWith(BEARER)) {
            return Optional.empty();
        }
        String token = header.substring(BEARER.length());
        return settings.callers().entrySet().stream()
                .filter(caller -> caller.getValue().matches(token))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static void authenticate(String caller) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                caller, null, AuthorityUtils.createAuthorityList(authority(caller))));
        SecurityContextHolder.setContext(context);
    }
}
