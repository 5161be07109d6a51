package dev.homelab.discordbot.api;

import dev.homelab.discordbot.language.Phrasebook;
import dev.homelab.discordbot.language.Refusal;
import dev.homelab.discordbot.ticket.WrongMove;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says what is wrong as a problem (RFC 9457), in English. */
@RestControllerAdvice
class Problems {

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
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT, Objects.requireNonNull(bad.getMessage()));
    }

    private ProblemDetail problem(HttpStatus status, Refusal refusal) {
        return ProblemDetail.forStatusAndDetail(status, phrasebook.say(refusal.phrase(), Locale.ENGLISH));
    }
}
