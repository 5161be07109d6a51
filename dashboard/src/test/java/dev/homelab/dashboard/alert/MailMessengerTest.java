package dev.homelab.dashboard.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.homelab.dashboard.check.Severity;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Over the wire, to a mail server that keeps what it gets. */
class MailMessengerTest {

    private static final Channel CHANNEL = new Channel(
            UUID.randomUUID(), "mail", Channel.Kind.EMAIL, "ops@example.org", Severity.NOTE, null, "en", true);
    private static final Message MESSAGE = new Message(
            "key",
            "PostgreSQL is down – und äußerst still.",
            "It took too long.",
            "http://localhost/incidents/1",
            Severity.CRITICAL,
            false,
            Instant.EPOCH);

    private final GreenMail server = new GreenMail(patient(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)));

    /** It gives up after two seconds otherwise, which the start of a thread may take beside a build. */
    private static ServerSetup patient(ServerSetup setup) {
        setup.setServerStartupTimeout(30_000);
        return setup;
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private static MailMessenger messenger(@Nullable JavaMailSender sender, String from) {
        var beans = new StaticListableBeanFactory();
        if (sender != null) {
            beans.addBean("mailSender", sender);
        }
        return new MailMessenger(
                beans.getBeanProvider(JavaMailSender.class), new AlertSettings("http://localhost", from, ""));
    }

    @Test
    void sendsTheSentenceTheReasonAndTheLink() throws Exception {
        server.start();
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        sender.setDefaultEncoding("UTF-8");

        messenger(sender, "homelab@example.org").deliver(CHANNEL, MESSAGE);

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("[Homelab] PostgreSQL is down – und äußerst still.");
        assertThat(Objects.requireNonNull(mail.getContent()).toString())
                .contains("It took too long.", "http://localhost/incidents/1");
        assertThat(mail.getAllRecipients()[0]).hasToString("ops@example.org");
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> messenger(null, "").deliver(CHANNEL, MESSAGE))
                .isInstanceOf(Undeliverable.class)
                .hasMessageContaining("SMTP_HOST");
    }
}
