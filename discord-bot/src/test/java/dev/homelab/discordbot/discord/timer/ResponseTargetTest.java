package dev.homelab.discordbot.discord.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.discordbot.Community;
import dev.homelab.discordbot.ticket.TicketActivity;
import dev.homelab.discordbot.ticket.TicketStatistics;
import dev.homelab.local.discord.people.Person;
import dev.homelab.local.discord.people.Seen;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Message;
import dev.homelab.local.discord.world.Worlds;
import dev.homelab.local.spring.WithServers;
import dev.homelab.local.time.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The target for the staff's first answer: a reminder, and how often it was met. */
@SpringBootTest
@WithServers
class ResponseTargetTest {

    private static final Community COMMUNITY = Community.start();
    private static final String BUGS = "Bug Reports";

    private final TicketActivity activity;
    private final TicketStatistics statistics;
    private final StaleTickets sweeper;
    private final SettableClock clock;
    private final Person ada = COMMUNITY.ada();

    ResponseTargetTest(
            @Autowired TicketActivity activity,
            @Autowired TicketStatistics statistics,
            @Autowired StaleTickets sweeper,
            @Autowired SettableClock clock) {
        this.activity = activity;
        this.statistics = statistics;
        this.sweeper = sweeper;
        this.clock = clock;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        COMMUNITY.join(registry);
    }

    @BeforeEach
    void ready() throws InterruptedException {
        COMMUNITY.awaitReady();
        clock.advance(Duration.ofHours(2));
    }

    @AfterAll
    static void stop() {
        COMMUNITY.close();
    }

    @Test
    void callsTheStaffOnceIntoATicketThatNobodyAnsweredInTime() throws InterruptedException {
        Channel general = COMMUNITY.channel("general");
        String bugs = bugs(general);
        String staff = COMMUNITY
                .discord()
                .world()
                .locked(() -> COMMUNITY.discord().world().guild(Worlds.COMMUNITY).roles().stream()
                        .filter(role -> role.name().equals("Staff"))
                        .map(role -> Long.toString(role.id()))
                        .findFirst()
                        .orElseThrow());
        ada.slash(general, "tickets type staff", Map.of("type", bugs, "role", staff));
        ada.slash(general, "tickets type times", Map.of("type", bugs, "first-response-minutes", 30));
        Channel answered = COMMUNITY.open(COMMUNITY.mia(), BUGS, "Answered");
        Channel late = COMMUNITY.open(COMMUNITY.noah(), BUGS, "Late");
        activity.said(answered.id(), 1, true, clock.instant());

        clock.advance(Duration.ofMinutes(29));
        sweeper.sweep();
        COMMUNITY.quiet();
        assertThat(reminders(late)).isEmpty();

        clock.advance(Duration.ofMinutes(2));
        sweeper.sweep();
        sweeper.sweep();
        await().untilAsserted(() -> assertThat(reminders(late)).hasSize(1));
        COMMUNITY.quiet();
        assertThat(reminders(late)).singleElement().asString().startsWith("<@&" + staff + "> ");
        assertThat(reminders(answered)).isEmpty();
        assertThat(statistics
                        .all(Worlds.COMMUNITY, clock.instant().minus(Duration.ofHours(1)))
                        .onTime())
                .isEqualTo(0.5);
        assertThat(Community.text(ada.slash(general, "tickets stats", Map.of())))
                .contains("(in time: 50 %)");
    }

    private static String bugs(Channel channel) {
        Seen.Suggestions types = (Seen.Suggestions)
                COMMUNITY.ada().autocomplete(channel, "tickets type times", Map.of("type", "Bug"), "type");
        return types.choices().values().iterator().next();
    }

    private static List<String> reminders(Channel thread) {
        return thread.messages().stream()
                .map(Message::content)
                .filter(text -> text.contains("first answer"))
                .toList();
    }

    @TestConfiguration
    static class Times {

        @Bean
        SettableClock clock() {
            return SettableClock.create();
        }
    }
}
