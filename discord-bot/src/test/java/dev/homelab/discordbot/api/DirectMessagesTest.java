package dev.homelab.discordbot.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homelab.common.contract.DirectMessage;
import dev.homelab.common.contract.DirectMessagesApi;
import dev.homelab.local.discord.world.Message;
import dev.homelab.local.discord.world.Worlds;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;

/** What the stream-bot lets the bot tell people. */
class DirectMessagesTest extends OneBot {

    private static final String ADDRESS = "https://streams.example/connections";
    private static final String SEND = "POST /channels/{channel_id}/messages";

    private final DirectMessagesApi messages;

    DirectMessagesTest(@LocalServerPort int port) {
        super(port);
        this.messages = as(InternalClient.STREAM_BOT, DirectMessagesApi.class);
    }

    @BeforeEach
    void ready() throws InterruptedException {
        COMMUNITY.awaitReady();
    }

    @AfterEach
    void isAsDiscordDescribesIt() {
        Worlds.messagable(COMMUNITY.discord().world(), Worlds.MIA, true);
        COMMUNITY.discord().verify();
    }

    private static DirectMessage died(UUID key, @Nullable String language, String reason) {
        return new DirectMessage(
                key,
                Worlds.MIA,
                language,
                DirectMessage.Kind.LINK_DIED,
                "Twitch",
                "Lu*m*en @everyone",
                reason,
                null,
                ADDRESS);
    }

    private static Message last() {
        return COMMUNITY.direct(COMMUNITY.mia()).getLast();
    }

    private static int told() {
        return COMMUNITY.direct(COMMUNITY.mia()).size();
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, grant-ended, Twitch has ended it",
        "de, renewal-interrupted, Eine Erneuerung wurde bei uns unterbrochen",
        "fr, nothing-to-renew-with, a expiré",
        "es, unreadable, está dañado",
        "ja, something-new, Twitch has ended it"
    })
    void tellsOfADeadLinkInTheLanguageOfTheOneWhoReadsIt(String language, String reason, String words) {
        messages.send(died(UUID.randomUUID(), language, reason));
        assertThat(last().content()).contains("Twitch", "Lu\\*m\\*en", words).endsWith("\n<" + ADDRESS + ">");
        assertThat(COMMUNITY.counted()).containsExactly("POST /users/@me/channels", SEND);
    }

    @Test
    void tellsWhenALinkEndsInTheZoneOfTheOneWhoReadsIt() {
        Instant until = Instant.parse("2026-12-24T12:00:00Z");
        messages.send(new DirectMessage(
                UUID.randomUUID(),
                Worlds.MIA,
                null,
                DirectMessage.Kind.LINK_ENDS,
                "Kick",
                "lumen",
                null,
                until,
                ADDRESS));
        assertThat(last().content()).contains("Kick (lumen) ends on <t:" + until.getEpochSecond() + ":D>");
    }

    @Test
    void sendsAKeyOnceHoweverOftenItIsAskedFor() throws InterruptedException {
        int before = told();
        UUID key = UUID.randomUUID();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 5; i++) {
                callers.execute(() -> messages.send(died(key, null, "grant-ended")));
            }
        }
        COMMUNITY.quiet();
        messages.send(died(key, null, "grant-ended"));
        assertThat(told()).isEqualTo(before + 1);
    }

    @Test
    void looksForAMessageWhoseAnswerWasLostInsteadOfSendingItTwice() {
        int before = told();
        UUID key = UUID.randomUUID();
        COMMUNITY.discord().faults().rest().loseAnswer(1, 502, "POST", "/channels/{channel_id}/messages");
        assertThatThrownBy(() -> messages.send(died(key, null, "grant-ended")))
                .isInstanceOf(HttpServerErrorException.ServiceUnavailable.class);
        COMMUNITY.discord().requests().clear();
        messages.send(died(key, null, "grant-ended"));
        assertThat(told()).isEqualTo(before + 1);
        assertThat(COMMUNITY.counted())
                .containsExactly("POST /users/@me/channels", "GET /channels/{channel_id}/messages");
    }

    @Test
    void saysThatSomebodyTakesNoDirectMessages() {
        Worlds.messagable(COMMUNITY.discord().world(), Worlds.MIA, false);
        assertThatThrownBy(() -> messages.send(died(UUID.randomUUID(), null, "grant-ended")))
                .isInstanceOfSatisfying(HttpClientErrorException.class, refused -> {
                    assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
                    assertThat(refused.getResponseBodyAsString()).contains("take no direct messages");
                });
    }

    @Test
    void sendsNothingForAnybodyButTheStreamBot() {
        assertThatThrownBy(() ->
                        as(InternalClient.DASHBOARD, DirectMessagesApi.class).send(died(UUID.randomUUID(), null, "x")))
                .isInstanceOf(HttpClientErrorException.Forbidden.class);
        assertThatThrownBy(() -> as("nobody", DirectMessagesApi.class).send(died(UUID.randomUUID(), null, "x")))
                .isInstanceOf(HttpClientErrorException.Unauthorized.class);
    }
}
