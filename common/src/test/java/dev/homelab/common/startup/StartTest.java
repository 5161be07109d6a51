package dev.homelab.common.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.homelab.common.internal.InternalSettings;
import dev.homelab.common.secret.Secret;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    @Test
    void namesTheBadSettingInOneSentence(CapturedOutput output) {
        assertThat(start("--thing.colour=loud")).isNotNull();

        assertThat(sentences(output))
                .containsExactly("Cannot start: THING_COLOUR is not a colour; set it to red or blue.");
    }

    @Test
    void namesThePortThatIsInUse(CapturedOutput output) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(start("--server.port=" + taken.getLocalPort())).isNotNull();

            assertThat(sentences(output)).singleElement().asString().contains("Port " + taken.getLocalPort());
        }
    }

    @Test
    void refusesATokenThatCouldBeGuessedWithoutShowingIt(CapturedOutput output) {
        assertThat(start("--homelab.internal.callers.dashboard=guess-me")).isNotNull();

        assertThat(sentences(output))
                .singleElement()
                .asString()
                .contains("INTERNAL_TOKEN_DASHBOARD is shorter than 32 characters")
                .doesNotContain("guess-me");
    }

    @Test
    void refusesAnAddressForTracesThatIsNone(CapturedOutput output) {
        assertThat(start("--OTEL_EXPORTER_OTLP_ENDPOINT=collector:4318")).isNotNull();

        assertThat(sentences(output))
                .singleElement()
                .asString()
                .contains("OTEL_EXPORTER_OTLP_ENDPOINT is no address of an OTLP receiver");
    }

    private static Throwable start(String setting) {
        SpringApplication service = new SpringApplication(Service.class);
        return catchThrowable(() -> service.run(setting, "--spring.config.import=classpath:homelab-defaults.yml"));
    }

    private static List<String> sentences(CapturedOutput output) {
        return output.getAll()
                .lines()
                .filter(line -> line.contains("Cannot start"))
                .map(line -> line.substring(line.indexOf("Cannot start")))
                .toList();
    }

    @ConfigurationProperties("thing")
    record Thing(String colour, Secret key) {

        Thing {
            if ("loud".equals(colour)) {
                throw new InvalidSetting("THING_COLOUR", "is not a colour", "set it to red or blue");
            }
        }
    }

    @Configuration
    @EnableAutoConfiguration
    @EnableConfigurationProperties({Thing.class, InternalSettings.class})
    static class Service {}
}
