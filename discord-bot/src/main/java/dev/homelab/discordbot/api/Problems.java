package dev.homelab.discordbot.api;

import dev.homelab.discordbot.discord.DiscordFailed;
import dev.homelab.discordbot.discord.Messenger;
import dev.homelab.discordbot.language.Phrasebook;
import dev.homelab.discordbot.language.Refusal;
import dev.homelab.discordbot.ticket.WrongMove;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Says what is wrong as a problem (RFC 9457), in English. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final Phrasebook phrasebook;

    Problems(Phrasebook phrasebook) {
        this.phrasebook = phrasebook;
    }

    @ExceptionHandler
    ProblemDetail on(WrongMove wrong) {
        boolean unknown = wrong.phrase().key().equals("refused.move.unknown");
        return problem(unknown ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT, wrong);
    }

    @ExceptionHandler
    ProblemDetail on(Refusal refusal) {
        boolean away = refusal.phrase().key().equals("refused.away");
        return problem(away ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNPROCESSABLE_CONTENT, refusal);
    }

    @ExceptionHandler
    ProblemDetail on(DiscordFailed failed) {
        log.warn("Discord failed in the middle of a call: {}", failed.getMessage());
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_GATEWAY,
                "Discord does not answer as it should. Look whether it was done, then try again.");
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ProblemDetail onDatabaseAway(RuntimeException away) {
        log.warn("The database failed in the middle of a call: {}", away.getMessage());
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "The database does not answer. Try again when it is back.");
    }

    @ExceptionHandler
    ProblemDetail on(Messenger.NotNow later) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, Objects.requireNonNull(later.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail on(BadRequest bad) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, Objects.requireNonNull(bad.getMessage()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, UnreadableBody.sentence(unreadable));
        return handleExceptionInternal(unreadable, problem, headers, status, request);
    }

    private ProblemDetail problem(HttpStatus status, Refusal refusal) {
        return ProblemDetail.forStatusAndDetail(status, phrasebook.say(refusal.phrase(), Locale.ENGLISH));
    }
}
