package dev.homelab.dashboard.web.check;

import dev.homelab.dashboard.check.Catalogue;
import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Look;
import dev.homelab.dashboard.check.LookWanted;
import dev.homelab.dashboard.status.Believed;
import dev.homelab.dashboard.web.NotThere;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks that people ask for, and wait for. */
@Component
class WantedLooks {

    private static final long PATIENCE_SECONDS = 4;

    private final Catalogue catalogue;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Set<Wish> wishes = ConcurrentHashMap.newKeySet();

    WantedLooks(Catalogue catalogue, ApplicationEventPublisher events, Clock clock) {
        this.catalogue = catalogue;
        this.events = events;
        this.clock = clock;
    }

    private record Wish(CheckId check, Instant since, CountDownLatch granted) {

        private void see(Look look) {
            if (look.check().equals(check) && !look.at().isBefore(since)) {
                granted.countDown();
            }
        }
    }

    /**
     * Has that check looked at, and waits until that is done; for four seconds at most.
     *
     * @throws NotThere when there is no such check
     */
    void lookNow(CheckId check) throws InterruptedException {
        if (catalogue.find(check).isEmpty()) {
            throw new NotThere();
        }
        Wish wish = new Wish(check, clock.instant(), new CountDownLatch(1));
        wishes.add(wish);
        try {
            events.publishEvent(new LookWanted(check));
            wish.granted().await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } finally {
            wishes.remove(wish);
        }
    }

    @EventListener
    void believed(Believed believed) {
        wishes.forEach(wish -> wish.see(believed.look()));
    }
}
