package dev.homelab.streambot.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Says 503 when the database goes away under somebody's request. It stands before the login session, which is in the
 * database too, and shows the page by itself, as an error's dispatch would ask for that session again.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseAway extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(DatabaseAway.class);
    private static final String SECONDS = "10";

    private final ThymeleafViewResolver views;
    private final LocaleResolver locales;

    DatabaseAway(ThymeleafViewResolver views, LocaleResolver locales) {
        this.views = views;
        this.locales = locales;
    }

    /** Other services get a problem of their own. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/internal/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (DataAccessException | TransactionException away) {
            show(request, response, away);
        } catch (ServletException failed) {
            Throwable cause = failed.getCause();
            if (!(cause instanceof DataAccessException) && !(cause instanceof TransactionException)) {
                throw failed;
            }
            show(request, response, cause);
        }
    }

    /** The log gets the kind alone: a message may hold what a statement was given. */
    private void show(HttpServletRequest request, HttpServletResponse response, Throwable away)
            throws ServletException, IOException {
        log.warn("The database is away: {}", away.getClass().getSimpleName());
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, locales);
        try {
            View page = Objects.requireNonNull(views.resolveViewName("error", locales.resolveLocale(request)));
            page.render(Map.of("status", HttpStatus.SERVICE_UNAVAILABLE.value()), request, response);
        } catch (IOException | ServletException | RuntimeException broken) {
            throw broken;
        } catch (Exception broken) {
            throw new ServletException(broken);
        }
    }
}
