package dev.homelab.common.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(
        properties = {
            "homelab.internal.callers.dashboard=0123456789abcdef0123456789abcdef",
            "homelab.internal.callers.backup=fedcba9876543210fedcba9876543210",
            "homelab.internal.callers.nobody="
        })
@AutoConfigureMockMvc
class InternalSecurityTest {

    private static final String DASHBOARD = "Bearer 0123456789abcdef0123456789abcdef";
    private static final String BACKUP = "Bearer fedcba9876543210fedcba9876543210";

    private final MockMvcTester http;

    InternalSecurityTest(@Autowired MockMvcTester http) {
        this.http = http;
    }

    @Test
    void letsACallerDoWhatItWasGranted() {
        assertThat(http.get().uri("/internal/v1/things").header("Authorization", DASHBOARD))
                .hasStatusOk()
                .hasBodyTextEqualTo("things");
    }

    @Test
    void refusesWhoeverHasNoToken() {
        assertThat(http.get().uri("/internal/v1/things")).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(http.get().uri("/internal/v1/things").header("Authorization", "Bearer "))
                .hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(http.get().uri("/internal/v1/things").header("Authorization", DASHBOARD + "x"))
                .hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void refusesACallerWhatItWasNotGranted() {
        assertThat(http.get().uri("/internal/v1/things").header("Authorization", BACKUP))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(http.post().uri("/internal/v1/things").header("Authorization", DASHBOARD))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(http.get().uri("/internal/v1/others").header("Authorization", DASHBOARD))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Configuration
    @EnableAutoConfiguration
    @Import(Things.class)
    static class Service {

        @Bean
        InternalAccess access() {
            return InternalAccess.of(new InternalAccess.Grant("dashboard", HttpMethod.GET, "/internal/v1/things"));
        }
    }

    @RestController
    static class Things {

        @GetMapping({"/internal/v1/things", "/internal/v1/others"})
        String things() {
            return "things";
        }
    }
}
