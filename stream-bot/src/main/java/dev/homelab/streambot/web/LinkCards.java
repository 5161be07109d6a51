package dev.homelab.streambot.web;

import dev.homelab.common.page.Moments;
import dev.homelab.streambot.connection.Linking;
import dev.homelab.streambot.connection.Streamer;
import dev.homelab.streambot.platform.Platforms;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The links of a streamer as they see them. */
@Component
public class LinkCards {

    private final Linking linking;
    private final Platforms platforms;
    private final Clock clock;

    LinkCards(Linking linking, Platforms platforms, Clock clock) {
        this.linking = linking;
        this.platforms = platforms;
        this.clock = clock;
    }

    /** The oldest first. */
    public List<LinkCard> of(Streamer streamer, Moments moments) {
        Instant now = clock.instant();
        return linking.of(streamer).stream()
                .map(link -> LinkCard.of(link, platforms.named(link.platform()), moments, now))
                .toList();
    }
}
