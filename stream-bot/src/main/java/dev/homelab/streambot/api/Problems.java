package dev.homelab.streambot.api;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    private final Clock clock;

    Problems(Clock clock) {
        this.clock = clock;
    }

    @ExceptionHandler
    ProblemDetail on(BadRequest bad) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, Objects.requireNonNull(bad.getMessage()));
    }

    /** What a record of the contract says of its own fields. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String sentence = unreadable.getMostSpecificCause() instanceof IllegalArgumentException field
                ? field.getMessage()
                : "The body is not what the contract says.";
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        return handleExceptionInternal(unreadable, problem, headers, status, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(NoToken none) {
        NoToken.Why why = none.why();
        ProblemDetail problem = problem(why);
        problem.setType(URI.create("urn:homelab:" + why.code()));
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.getStatus());
        if (why instanceof NoToken.Why.NotNow later) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds(later.again())));
        }
        return answer.body(problem);
    }

    private static ProblemDetail problem(NoToken.Why why) {
        return switch (why) {
            case NoToken.Why.Unknown unknown ->
                ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no such link.");
            case NoToken.Why.Dead dead ->
                with(
                        HttpStatus.CONFLICT,
                        "The streamer has to link again.",
                        "reason",
                        dead.reason().code());
            case NoToken.Why.Lacking lacking ->
                with(HttpStatus.FORBIDDEN, "The streamer has not granted all of it.", "missing", lacking.scopes());
            case NoToken.Why.NotNow later ->
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.SERVICE_UNAVAILABLE, "The platform cannot be asked at the moment.");
        };
    }

    private static ProblemDetail with(HttpStatus status, String detail, String name, Object value) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty(name, value);
        return problem;
    }

    private long seconds(Instant again) {
        return Math.max(1, Duration.between(clock.instant(), again).toSeconds() + 1);
    }
}
