package dev.homelab.dashboard.api;

import dev.homelab.dashboard.check.InvalidCheck;
import dev.homelab.dashboard.check.Words;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says what is wrong as a problem (RFC 9457), in English. */
@RestControllerAdvice(basePackageClasses = ApiProblems.class)
@Order(1)
class ApiProblems {

    private final Words words;

    ApiProblems(Words words) {
        this.words = words;
    }

    @ExceptionHandler
    ProblemDetail on(InvalidCheck invalid) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT, words.say(invalid.said(), Locale.ENGLISH));
    }

    @ExceptionHandler
    ProblemDetail on(UnknownCheck unknown) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no such check.");
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, MethodArgumentTypeMismatchException.class})
    ProblemDetail onNonsense(Exception nonsense) {
        Optional<InvalidCheck> invalid = InvalidCheck.in(nonsense);
        if (invalid.isPresent()) {
            return on(invalid.get());
        }
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "That is not as it should be: see docs/how-to/add-a-check.md.");
    }

    @ExceptionHandler
    ProblemDetail on(HttpClientErrorException refused) {
        return switch (HttpStatus.valueOf(refused.getStatusCode().value())) {
            case NOT_FOUND -> ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no such thing.");
            case BAD_REQUEST -> ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "That cannot be asked for.");
            default -> on((RestClientException) refused);
        };
    }

    @ExceptionHandler
    ProblemDetail on(RestClientException away) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "The service that knows does not answer. Try again when it is back.");
    }

    @ExceptionHandler
    ProblemDetail on(DataAccessException away) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "PostgreSQL does not answer. Try again when it is back.");
    }
}
