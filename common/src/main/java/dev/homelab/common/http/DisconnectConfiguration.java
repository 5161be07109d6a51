package dev.homelab.common.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver;

/**
 * Keeps it an error when somebody whom a service asks hangs up on it. Spring takes an end of stream or a broken pipe
 * anywhere among the causes for a client who has gone, and answers 200 with nothing; it may as well have been Discord,
 * PostgreSQL or a bucket.
 */
@AutoConfiguration
class DisconnectConfiguration implements WebMvcConfigurer {

    private static final int DEEPEST = 20;

    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.replaceAll(each -> each instanceof DefaultHandlerExceptionResolver ? new OwnClientsAlone() : each);
    }

    private static class OwnClientsAlone extends DefaultHandlerExceptionResolver {

        /** Null leaves it to the container, as any other error. */
        @Override
        @SuppressWarnings("NullAway")
        protected @Nullable ModelAndView handleDisconnectedClientException(
                Exception failure, HttpServletRequest request, HttpServletResponse response, @Nullable Object handler) {
            return hasClientGone(failure)
                    ? super.handleDisconnectedClientException(failure, request, response, handler)
                    : null;
        }

        private static boolean hasClientGone(Exception failure) {
            return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                    .limit(DEEPEST)
                    .anyMatch(cause ->
                            cause instanceof ClientAbortException || cause instanceof AsyncRequestNotUsableException);
        }
    }
}
