package dev.homelab.streambot.notice;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.homelab.common.contract.DirectMessagesApi;
import dev.homelab.common.correlation.Correlation;
import dev.homelab.common.http.OutboundHttp;
import dev.homelab.streambot.connection.Endings;
import dev.homelab.streambot.outbox.ForAWeek;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

@Configuration(proxyBeanMethods = false)
class NoticeTasks {

    private static final Logger log = LoggerFactory.getLogger(NoticeTasks.class);

    /** The bot waits for Discord before it answers. */
    private static final OutboundHttp HTTP =
            new OutboundHttp(Duration.ofSeconds(1), Duration.ofSeconds(20), DataSize.ofKilobytes(64));

    @Bean
    DirectMessagesApi directMessages(RestClient.Builder builder, NoticeSettings settings) {
        RestClient client = HTTP.applyTo(builder)
                .requestInterceptor(Correlation.passedOn())
                .baseUrl(settings.discordBotUrl())
                .defaultHeader(
                        HttpHeaders.AUTHORIZATION, "Bearer " + settings.token().reveal())
                .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build()
                .createClient(DirectMessagesApi.class);
    }

    @Bean
    Task<Notice> tellStreamers(Notices notices) {
        return Tasks.oneTime(Notices.TASK).onFailure(new Patience()).execute((instance, context) -> {
            try (var _ = Correlation.begin()) {
                notices.run(instance.getData());
            }
        });
    }

    @Bean
    Task<Void> announceEndings(Endings endings) {
        return Tasks.recurring("announce-endings", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> endings.announce());
    }

    private static final class Patience extends ForAWeek<Notice> {

        @Override
        protected void failed(Notice notice, int attempt, String cause) {
            log.atWarn()
                    .addKeyValue("connection", notice.connection())
                    .addKeyValue("attempt", attempt)
                    .log("The discord-bot could not tell a streamer about their link: {}", cause);
        }

        @Override
        protected void givenUp(Notice notice) {
            log.atError()
                    .addKeyValue("connection", notice.connection())
                    .log("A streamer was not told on Discord about their link for a week");
        }
    }
}
