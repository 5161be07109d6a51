package dev.homelab.dashboard.alert;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** By e-mail, where SMTP is configured. */
@Component
class MailMessenger implements Messenger {

    private final ObjectProvider<JavaMailSender> sender;
    private final AlertSettings settings;

    MailMessenger(ObjectProvider<JavaMailSender> sender, AlertSettings settings) {
        this.sender = sender;
        this.settings = settings;
    }

    @Override
    public boolean delivers(Channel.Kind kind) {
        return kind == Channel.Kind.EMAIL;
    }

    @Override
    public void deliver(Channel channel, Message message) throws Undeliverable {
        JavaMailSender post = sender.getIfAvailable();
        if (post == null || settings.from().isEmpty()) {
            throw new Undeliverable("SMTP_HOST and ALERTS_FROM are not set");
        }
        SimpleMailMessage mail = new SimpleMailMessage();
        mail.setFrom(settings.from());
        mail.setTo(channel.target());
        mail.setSubject("[Homelab] " + message.title());
        mail.setText(message.text() + "\n\n" + message.link() + "\n");
        try {
            post.send(mail);
        } catch (MailException e) {
            throw new Undeliverable(e.getClass().getSimpleName());
        }
    }
}
