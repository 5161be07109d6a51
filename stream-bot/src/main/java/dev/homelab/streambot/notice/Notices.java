package dev.homelab.streambot.notice;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.homelab.common.contract.DirectMessage;
import dev.homelab.common.contract.DirectMessagesApi;
import dev.homelab.streambot.connection.Endings;
import dev.homelab.streambot.connection.LinkDied;
import dev.homelab.streambot.connection.LinkEnds;
import dev.homelab.streambot.outbox.Outbox;
import dev.homelab.streambot.platform.Platforms;
import dev.homelab.streambot.platform.PublicAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/** Tells streamers who have linked Discord there: written down with what happened, and tried for days. */
@Component
class Notices {

    static final TaskDescriptor<Notice> TASK = TaskDescriptor.of("tell", Notice.class);

    private static final Logger log = LoggerFactory.getLogger(Notices.class);

    private final Outbox outbox;
    private final Endings endings;
    private final Platforms platforms;
    private final DirectMessagesApi messages;
    private final NoticeSettings settings;
    private final PublicAddress address;

    Notices(
            Outbox outbox,
            Endings endings,
            Platforms platforms,
            DirectMessagesApi messages,
            NoticeSettings settings,
            PublicAddress address) {
        this.outbox = outbox;
        this.endings = endings;
        this.platforms = platforms;
        this.messages = messages;
        this.settings = settings;
        this.address = address;
    }

    @EventListener
    void on(LinkDied died) {
        soon(Notice.of(died));
    }

    @EventListener
    void on(LinkEnds ends) {
        soon(Notice.of(ends));
    }

    private void soon(Notice notice) {
        if (settings.enabled()) {
            outbox.soon(TASK, notice.key().toString(), notice);
        }
    }

    /**
     * Tells it, unless it is not so any more or there is nobody to tell.
     *
     * @throws org.springframework.web.client.RestClientException when it is to be tried again
     */
    void run(Notice notice) {
        if (isStillSo(notice)) {
            endings.discordOf(notice.streamer()).ifPresent(discord -> tell(notice, Long.parseLong(discord)));
        }
    }

    private boolean isStillSo(Notice notice) {
        return switch (notice.kind()) {
            case LINK_DIED -> endings.isDead(notice.connection());
            case LINK_ENDS -> endings.isOfGrant(notice.connection(), notice.of());
        };
    }

    private void tell(Notice notice, long recipient) {
        try {
            messages.send(message(notice, recipient));
        } catch (HttpClientErrorException refused) {
            if (refused.getStatusCode() != HttpStatus.UNPROCESSABLE_CONTENT) {
                throw refused;
            }
            log.atInfo()
                    .addKeyValue("connection", notice.connection())
                    .log("A streamer takes no direct messages, so they see it on their page alone");
        }
    }

    private DirectMessage message(Notice notice, long recipient) {
        return new DirectMessage(
                notice.key(),
                recipient,
                endings.languageOf(notice.streamer()).orElse(null),
                notice.kind(),
                platforms.named(notice.platform()).title(),
                notice.account(),
                notice.reason(),
                notice.until(),
                address.url() + "/connections");
    }
}
