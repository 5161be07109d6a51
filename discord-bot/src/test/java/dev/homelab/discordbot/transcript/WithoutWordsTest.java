package dev.homelab.discordbot.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.discordbot.Community;
import dev.homelab.discordbot.discord.DiscordHealth;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.local.discord.DiscordSettings;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Draft;
import dev.homelab.local.discord.world.Message;
import dev.homelab.local.discord.world.Rules;
import dev.homelab.local.discord.world.Worlds;
import dev.homelab.local.spring.WithServers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Discord refuses the privileged intent, and no S3 server is configured: tickets go on, and transcripts say so. */
@SpringBootTest
@WithServers
class WithoutWordsTest {

    private static final Community COMMUNITY =
            Community.start(DiscordSettings.local().withRules(Rules.DISCORD.withPrivilegedIntents(0)));

    private final TicketShelf shelf;
    private final TranscriptReader transcripts;
    private final DiscordHealth health;

    WithoutWordsTest(
            @Autowired TicketShelf shelf, @Autowired TranscriptReader transcripts, @Autowired DiscordHealth health) {
        this.shelf = shelf;
        this.transcripts = transcripts;
        this.health = health;
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
    void goesOnAndSaysWhatIsMissing() throws InterruptedException {
        COMMUNITY.awaitReady();
        Channel thread = COMMUNITY.open(COMMUNITY.mia(), "Bug Reports", "Unheard");
        UUID id = shelf.ofThread(thread.id()).orElseThrow().id();
        COMMUNITY.mia().say(thread, Draft.text("unheard words", List.of(new Draft.Upload("a.txt", null, new byte[] {1
        }))));

        await().atMost(Community.SOON)
                .until(() -> transcripts.of(id, true).orElseThrow().lines().size() == 2);
        Transcript transcript = transcripts.of(id, true).orElseThrow();
        assertThat(transcript.incomplete()).isTrue();
        assertThat(transcript.lines().getFirst().card()).contains("Since yesterday.");
        assertThat(transcript.lines().getLast().missing()).isTrue();
        assertThat(transcripts.keepsFiles()).isFalse();
        assertThat(health.detail()).contains("Message Content");
    }

    @Test
    void keepsTheWordsThatItKnowsOfAMessageWhoseEditItIsNotShown() throws InterruptedException {
        COMMUNITY.awaitReady();
        Channel thread = COMMUNITY.open(COMMUNITY.noah(), "Bug Reports", "Half heard");
        UUID id = shelf.ofThread(thread.id()).orElseThrow().id();
        Message mention = COMMUNITY.noah().say(thread, "<@" + Worlds.BOT + "> heard words");
        await().atMost(Community.SOON)
                .until(() -> transcripts.of(id, true).orElseThrow().lines().size() == 2);
        await().atMost(Community.SOON).until(() -> last(id).content().contains("heard words"));

        COMMUNITY.noah().edit(mention, "unheard words");

        await().atMost(Community.SOON).until(() -> last(id).missing());
        assertThat(last(id).content()).contains("heard words");
        assertThat(last(id).editedAt()).isNotNull();
        COMMUNITY.noah().edit(mention, "<@" + Worlds.BOT + "> heard again");
        await().atMost(Community.SOON).until(() -> last(id).content().contains("heard again"));
        assertThat(last(id).missing()).isFalse();
    }

    private Transcript.Line last(UUID id) {
        return transcripts.of(id, true).orElseThrow().lines().getLast();
    }
}
