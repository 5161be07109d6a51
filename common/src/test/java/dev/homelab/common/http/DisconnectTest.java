package dev.homelab.common.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest
@AutoConfigureMockMvc
@WithMockUser
class DisconnectTest {

    private final MockMvcTester http;

    DisconnectTest(@Autowired MockMvcTester http) {
        this.http = http;
    }

    @Test
    void keepsItAnErrorThatSomebodyAskedHungUp() {
        assertThat(leftOver("/asked-hung-up")).hasRootCauseInstanceOf(EOFException.class);
    }

    @Test
    void makesNoErrorOfAClientWhoHasGone() {
        assertThat(leftOver("/client-gone")).isNull();
    }

    /** What Spring leaves to the container, which answers 500. */
    private @Nullable Exception leftOver(String path) {
        return http.get().uri(path).exchange().getUnresolvedException();
    }

    @Configuration
    @EnableAutoConfiguration
    @Import(Calls.class)
    static class Service {}

    @RestController
    static class Calls {

        @GetMapping("/asked-hung-up")
        String askedHungUp() {
            throw new IllegalStateException(new EOFException("unexpected end of stream"));
        }

        @GetMapping("/client-gone")
        String clientGone() throws IOException {
            throw new ClientAbortException(new IOException("Broken pipe"));
        }
    }
}
