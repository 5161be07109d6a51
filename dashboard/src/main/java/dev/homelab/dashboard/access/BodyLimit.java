package dev.homelab.dashboard.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How much programs may send. A body whose length nobody tells beforehand is refused as well, as it could only be found too long
 * when half of it was understood.
 */
final class BodyLimit extends OncePerRequestFilter {

    /** Alertmanager's largest groups of alerts are a tenth of it. */
    static final int MOST = 1024 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MOST) {
            ApiRefusals.answer(response, HttpStatus.CONTENT_TOO_LARGE, "A body has 1 MB at most.");
        } else if (request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null) {
            ApiRefusals.answer(response, HttpStatus.LENGTH_REQUIRED, "Say with Content-Length how long the body is.");
        } else {
            chain.doFilter(request, response);
        }
    }
}
