package dev.homelab.dashboard.alert;

import dev.homelab.common.contract.ChannelNotice;
import dev.homelab.common.contract.ChannelNoticesApi;
import dev.homelab.dashboard.check.Severity;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** By the discord-bot, which posts in a channel under its own name. */
@Component
class BotMessenger implements Messenger {

    private static final int LONGEST_TITLE = 250;
    private static final int LONGEST_TEXT = 2000;

    private final ChannelNoticesApi bot;

    BotMessenger(ChannelNoticesApi bot) {
        this.bot = bot;
    }

    @Override
    public boolean delivers(Channel.Kind kind) {
        return kind == Channel.Kind.DISCORD_BOT;
    }

    @Override
    public void deliver(Channel channel, Message message) throws Undeliverable {
        try {
            bot.post(new ChannelNotice(
                    UUID.fromString(message.key()),
                    Long.parseLong(channel.target()),
                    tone(message),
                    WebMessenger.cut(message.title(), LONGEST_TITLE),
                    WebMessenger.cut(message.text(), LONGEST_TEXT),
                    message.link(),
                    message.at()));
        } catch (RestClientResponseException answer) {
            throw new Undeliverable(Optional.ofNullable(answer.getResponseBodyAs(ProblemDetail.class))
                    .map(ProblemDetail::getDetail)
                    .map(Objects::requireNonNull)
                    .orElse("status " + answer.getStatusCode().value()));
        } catch (RestClientException away) {
            throw new Undeliverable("the discord-bot does not answer: "
                    + away.getMostSpecificCause().getClass().getSimpleName());
        }
    }

    private static ChannelNotice.Tone tone(Message message) {
        if (message.over()) {
            return ChannelNotice.Tone.GOOD;
        }
        return message.severity() == Severity.CRITICAL ? ChannelNotice.Tone.BAD : ChannelNotice.Tone.WARNING;
    }
}
