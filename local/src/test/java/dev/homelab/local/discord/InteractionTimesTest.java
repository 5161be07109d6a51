package dev.homelab.local.discord;

import static dev.homelab.local.discord.world.Worlds.COMMUNITY;
import static dev.homelab.local.discord.world.Worlds.GENERAL;
import static dev.homelab.local.discord.world.Worlds.MIA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.local.discord.people.Seen;
import dev.homelab.local.discord.world.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InteractionTimesTest {

    private static final String REPLY = "{\"type\":4,\"data\":{\"content\":\"hi\"}}";

    private final TestClock clock = new TestClock();
    private final BlockingQueue<ButtonInteractionEvent> pressed = new LinkedBlockingQueue<>();
    private DiscordSimulator discord;
    private JDA jda;
    private Wire wire;
    private CompletableFuture<Seen> seen;
    private ButtonInteractionEvent event;

    @BeforeEach
    void press() throws InterruptedException {
        discord = DiscordSimulator.start(DiscordSettings.local().withClock(clock));
        wire = new Wire(discord);
        jda = Bot.login(discord, new ListenerAdapter() {
            @Override
            public void onButtonInteraction(ButtonInteractionEvent button) {
                pressed.add(button);
            }
        });
        Objects.requireNonNull(
                        Objects.requireNonNull(jda.getGuildById(COMMUNITY)).getTextChannelById(GENERAL))
                .sendMessage("press")
                .setComponents(ActionRow.of(Button.primary("button", "Press")))
                .complete();
        Message panel = discord.world().channel(GENERAL).messages().getLast();
        seen = CompletableFuture.supplyAsync(() -> discord.as(MIA).click(panel, "button"), Thread::startVirtualThread);
        event = Objects.requireNonNull(pressed.poll(10, TimeUnit.SECONDS));
    }

    @AfterEach
    void stop() throws InterruptedException {
        Bot.logout(jda);
        discord.close();
    }

    private Wire.Answer callback(String body) throws IOException, InterruptedException {
        return wire.send("POST", "interactions/" + event.getId() + "/" + event.getToken() + "/callback", body);
    }

    private Wire.Answer webhook(String method, String path, String body) throws IOException, InterruptedException {
        return wire.send(method, "webhooks/" + jda.getSelfUser().getId() + "/" + event.getToken() + path, body, "none");
    }

    @Test
    void anAnswerWithinThreeSecondsIsTaken() throws Exception {
        clock.advance(Duration.ofMillis(2900));
        assertThat(callback(REPLY).status()).isEqualTo(204);
        assertThat(seen.get(10, TimeUnit.SECONDS)).isInstanceOf(Seen.Reply.class);
    }

    @Test
    void aLaterOneIsRefusedAndThePersonIsTold() throws Exception {
        clock.advance(Duration.ofMillis(3100));
        assertThat(seen.get(10, TimeUnit.SECONDS)).isEqualTo(new Seen.Failed("This application did not respond"));
        assertThat(callback(REPLY).code()).isEqualTo(10062);
    }

    @Test
    void aSecondAnswerIsRefused() throws Exception {
        assertThat(callback(REPLY).status()).isEqualTo(204);
        Wire.Answer twice = callback(REPLY);
        assertThat(twice.code()).isEqualTo(40060);
        assertThat(twice.status()).isEqualTo(400);
    }

    @Test
    void aWrongTokenOrAWrongKindOfAnswerIsRefused() throws Exception {
        assertThat(wire.send("POST", "interactions/" + event.getId() + "/guessed/callback", REPLY)
                        .code())
                .isEqualTo(10062);
        assertThat(callback("{\"type\":8,\"data\":{\"choices\":[]}}").code()).isEqualTo(50035);
        assertThat(callback("{\"type\":77}").wrong("type")).isEqualTo("BASE_TYPE_CHOICES");
        assertThat(webhook("POST", "", "{\"content\":\"before any answer\"}").code())
                .isEqualTo(10015);
    }

    @Test
    void theTokenIsOfUseForFifteenMinutes() throws Exception {
        assertThat(callback("{\"type\":5}").status()).isEqualTo(204);
        clock.advance(Duration.ofMinutes(14));
        assertThat(webhook("PATCH", "/messages/@original", "{\"content\":\"done\"}")
                        .status())
                .isEqualTo(200);
        assertThat(webhook("POST", "", "{\"content\":\"more\"}").status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(2));
        assertThat(webhook("PATCH", "/messages/@original", "{\"content\":\"late\"}")
                        .code())
                .isEqualTo(50027);
        assertThat(webhook("GET", "/messages/@original", "").code()).isEqualTo(50027);
        assertThat(webhook("DELETE", "/messages/@original", "").code()).isEqualTo(50027);
        assertThat(webhook("POST", "", "{\"content\":\"late\"}").code()).isEqualTo(50027);
    }

    @Test
    void aDeferralIsAnsweredWithTheMessageThatIsToBeFilled() throws Exception {
        Wire.Answer deferred = wire.send(
                "POST",
                "interactions/" + event.getId() + "/" + event.getToken() + "/callback?with_response=true",
                "{\"type\":5,\"data\":{\"flags\":64}}");
        assertThat(deferred.json().at("/resource/type").asInt()).isEqualTo(5);
        assertThat(deferred.json().at("/interaction/response_message_loading").asBoolean())
                .isTrue();
        assertThat(callback("{\"type\":9,\"data\":{}}").code()).isEqualTo(40060);
        assertThat(webhook("PATCH", "/messages/@original", "{\"content\":\"done\"}")
                        .status())
                .isEqualTo(200);
        assertThat(((Seen.Reply) seen.get(10, TimeUnit.SECONDS)).onlyToThem()).isTrue();
    }
}
