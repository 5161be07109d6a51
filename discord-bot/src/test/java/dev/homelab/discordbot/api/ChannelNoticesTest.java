package dev.homelab.discordbot.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homelab.common.contract.ChannelNotice;
import dev.homelab.common.contract.ChannelNoticesApi;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Worlds;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;

/** What the dashboard lets the bot post in channels. */
class ChannelNoticesTest extends OneBot {

    private static final String SEND = "POST /channels/{channel_id}/messages";
    private static final String GENERAL = "general";

    private final ChannelNoticesApi notices;

    ChannelNoticesTest(@LocalServerPort int port) {
        super(port);
        this.notices = as(InternalClient.DASHBOARD, ChannelNoticesApi.class);
    }

    @BeforeEach
    void ready() throws InterruptedException {
        COMMUNITY.awaitReady();
        COMMUNITY.discord().requests().clear();
    }

    @AfterEach
    void isAsDiscordDescribesIt() {
        COMMUNITY.discord().verify();
    }

    private static ChannelNotice notice(UUID key, long channel) {
        return new ChannelNotice(
                key,
                channel,
                ChannelNotice.Tone.BAD,
                "PostgreSQL is down @everyone",
                "Refused.",
                "https://admin.example/incidents/1",
                Instant.parse("2026-11-26T12:00:00Z"));
    }

    private static long general() {
        Channel channel = COMMUNITY.channel(GENERAL);
        return channel.id();
    }

    @Test
    void postsANoticeOnceForEachKeyWithOneCall() throws InterruptedException {
        int before = COMMUNITY.messages(GENERAL).size();
        UUID key = UUID.randomUUID();
        notices.post(notice(key, general()));
        assertThat(COMMUNITY.counted()).containsExactly(SEND);
        notices.post(notice(key, general()));
        COMMUNITY.quiet();
        assertThat(COMMUNITY.messages(GENERAL)).hasSize(before + 1);
        assertThat(COMMUNITY.messages(GENERAL).getLast().embeds().toString())
                .contains("PostgreSQL is down", "Refused.", "https://admin.example/incidents/1");
    }

    @Test
    void looksForANoticeWhoseAnswerWasLostInsteadOfPostingItTwice() {
        int before = COMMUNITY.messages(GENERAL).size();
        UUID key = UUID.randomUUID();
        COMMUNITY.discord().faults().rest().loseAnswer(1, 502, "POST", "/channels/{channel_id}/messages");
        assertThatThrownBy(() -> notices.post(notice(key, general())))
                .isInstanceOf(HttpServerErrorException.ServiceUnavailable.class);
        notices.post(notice(key, general()));
        assertThat(COMMUNITY.messages(GENERAL)).hasSize(before + 1);
    }

    @Test
    void saysThatThereIsNoSuchChannel() {
        assertThatThrownBy(() -> notices.post(notice(UUID.randomUUID(), Worlds.GENERAL + 77_777)))
                .isInstanceOfSatisfying(HttpClientErrorException.class, refused -> {
                    assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
                    assertThat(refused.getResponseBodyAsString()).contains("no such channel");
                });
        assertThat(COMMUNITY.counted()).isEmpty();
    }

    @Test
    void postsNothingForAnybodyButTheDashboard() {
        assertThatThrownBy(() -> as(InternalClient.STREAM_BOT, ChannelNoticesApi.class)
                        .post(notice(UUID.randomUUID(), general())))
                .isInstanceOf(HttpClientErrorException.Forbidden.class);
    }
}
