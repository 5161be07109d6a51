package dev.homelab.dashboard.access;

import dev.homelab.dashboard.access.ApiTokens.ApiToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns {@code Authorization: Bearer <token>} into what its token may. */
class TokenFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final ApiTokens tokens;

    TokenFilter(ApiTokens tokens) {
        this.tokens = tokens;
    }

    static String authority(TokenScope scope) {
        return "SCOPE_" + scope.name();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.startsWith(BEARER)) {
            if (!tokens.areKnown()) {
                ApiRefusals.answerLater(response);
                return;
            }
            tokens.find(header.substring(BEARER.length())).ifPresent(TokenFilter::authenticate);
        }
        chain.doFilter(request, response);
    }

    private static void authenticate(ApiToken token) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                "token " + token.name(),
                null,
                token.scopes().stream()
                        .map(scope -> new SimpleGrantedAuthority(authority(scope)))
                        .toList()));
        SecurityContextHolder.setContext(context);
    }
}
