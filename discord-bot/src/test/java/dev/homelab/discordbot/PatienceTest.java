package dev.homelab.discordbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.discordbot.ticket.TicketState;
import dev.homelab.discordbot.ticket.TicketView;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Worlds;
import dev.homelab.local.spring.WithServers;
import dev.homelab.local.time.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Discord makes the bot wait for longer than members have patience for. */
@SpringBootTest(properties = {"homelab.discord.patience=3s", "db-scheduler.polling-interval=500ms"})
@WithServers
@Order(Integer.MAX_VALUE)
@Isolated("JDA has one timeout for a whole process, and this bot's is short.")
class PatienceTest {

    private static final Community COMMUNITY = Community.start();
    private static final SettableClock CLOCK = SettableClock.create();

    private final TicketShelf shelf;

    PatienceTest(@Autowired TicketShelf shelf) {
        this.shelf = shelf;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        COMMUNITY.join(registry);
    }

    @AfterAll
    static void stop() {
        COMMUNITY.close();
    }

    @Test
    void aMemberHearsThatItTakesLongAndTheTicketOpensByItselfWhenTheWaitIsOver() throws InterruptedException {
        COMMUNITY.awaitReady();
        Worlds.speak(COMMUNITY.discord().world(), Worlds.MIA, "en-US");
        makeTheBotWait();

        String answer = Community.text(
                COMMUNITY.mia().submit(COMMUNITY.form(COMMUNITY.mia(), "Bug Reports"), Community.answers("Impatient")));

        assertThat(answer).contains("is being opened");
        CLOCK.advance(Duration.ofSeconds(10));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> shelf.inState(Worlds.COMMUNITY, TicketState.OPEN).stream()
                        .map(TicketView::title)
                        .toList()
                        .contains("Impatient"));
        assertThat(COMMUNITY.thread(COMMUNITY.mia(), "Impatient").messages()).hasSize(1);
        COMMUNITY.discord().verify();
    }

    @Test
    void theStaffHearsThatAMoveTakesLongAndTheOldThreadSaysWhereItGoesOn() throws InterruptedException {
        COMMUNITY.awaitReady();
        Worlds.speak(COMMUNITY.discord().world(), Worlds.ADA, "en-US");
        Channel before = COMMUNITY.open(COMMUNITY.mia(), "General Support", "Moves slowly");
        String bugs = Long.toString(Community.typeId(COMMUNITY.ada(), before, "Bug"));
        makeTheBotWait();

        String answer = Community.text(COMMUNITY.ada().slash(before, "ticket type", Map.of("type", bugs)));

        assertThat(answer).contains("Discord makes me wait");
        CLOCK.advance(Duration.ofMinutes(10));
        await().atMost(Duration.ofSeconds(60)).until(before::isArchived);
        long after = COMMUNITY.thread(COMMUNITY.mia(), "Moves slowly").id();
        assertThat(Community.said(before)).anyMatch(text -> text.contains("<#" + after + ">"));
    }

    private static void makeTheBotWait() {
        COMMUNITY
                .discord()
                .faults()
                .rest()
                .rateLimit(1, "shared", Duration.ofSeconds(12), "POST", "/channels/{channel_id}/threads");
    }

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        Clock settableClock() {
            return CLOCK;
        }
    }
}
