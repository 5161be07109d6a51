package dev.homelab.common.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.common.correlation.CorrelationConfiguration.CorrelationFilter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CorrelationTest {

    private static final String KNOWN = "0123456789abcdef";

    /** What stood in the log while the request was handled; the answer says the same. */
    private static String handled(String path, String header) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.addHeader(Correlation.HEADER, header);
        MockHttpServletResponse response = new MockHttpServletResponse();
        var seen = new AtomicReference<String>();
        FilterChain chain = (_, _) -> seen.set(Correlation.current().orElseThrow());
        new CorrelationFilter().doFilter(request, response, chain);
        assertThat(response.getHeader(Correlation.HEADER)).isEqualTo(seen.get());
        assertThat(Correlation.current()).isEmpty();
        return seen.get();
    }

    @Test
    void takesTheIdOfOurOwnServicesAndOfNobodyElse() throws ServletException, IOException {
        assertThat(handled("/internal/v1/tickets", KNOWN)).isEqualTo(KNOWN);
        assertThat(handled("/connections", KNOWN)).isNotEqualTo(KNOWN).matches("[0-9a-f]{16}");
        assertThat(handled("/internal/v1/tickets", "forged\nline")).matches("[0-9a-f]{16}");
    }

    @Test
    void tellsItToWhomeverItAsks() throws IOException {
        var request = new MockClientHttpRequest(HttpMethod.GET, URI.create("http://localhost/internal"));
        try (var _ = Correlation.begin(KNOWN)) {
            try (var _ = Correlation.begin()) {
                assertThat(Correlation.current()).isNotEqualTo(Optional.of(KNOWN));
            }
            Correlation.passedOn()
                    .intercept(request, new byte[0], (_, _) -> new MockClientHttpResponse(new byte[0], 200));
        }
        assertThat(request.getHeaders().getFirst(Correlation.HEADER)).isEqualTo(KNOWN);
        assertThat(Correlation.current()).isEmpty();
    }
}
