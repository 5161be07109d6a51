package dev.homelab.dashboard.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What a page says instead of itself while something that it needs is away. */
@ControllerAdvice
class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    String botAway(BotAway away, Model model) {
        log.debug("A page goes without the {}", away.service(), away);
        model.addAttribute("service", away.service());
        return "away";
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    String databaseAway(RuntimeException away, Model model) {
        log.warn("A page goes without PostgreSQL: {}", away.getMessage());
        model.addAttribute("service", "PostgreSQL");
        return "away";
    }
}
