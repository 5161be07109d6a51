package dev.homelab.discordbot.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.discordbot.Community;
import dev.homelab.discordbot.discord.DiscordHealth;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.local.discord.DiscordSettings;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Draft;
import dev.homelab.local.discord.world.Rules;
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
}
