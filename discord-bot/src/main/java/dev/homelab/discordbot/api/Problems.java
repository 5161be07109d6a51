package dev.homelab.discordbot.api;

import dev.homelab.discordbot.language.Phrasebook;
import dev.homelab.discordbot.language.Refusal;
import dev.homelab.discordbot.ticket.WrongMove;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Says what is wrong as a problem (RFC 9457), in English. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems extends ResponseEntityExceptionHandler {

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
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, refusal);
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
