package dev.homelab.discordbot.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.discordbot.Community;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Draft;
import dev.homelab.local.server.Ports;
import dev.homelab.local.server.S3Server;
import dev.homelab.local.spring.WithServers;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The S3 server is away while a file comes, and starts later. */
@SpringBootTest(properties = {"db-scheduler.polling-interval=1s"})
@WithServers
class StoreAwayTest {

    private static final Community COMMUNITY = Community.start();
    private static final int PORT = Ports.free();

    private final TicketShelf shelf;
    private final TranscriptReader transcripts;

    StoreAwayTest(@Autowired TicketShelf shelf, @Autowired TranscriptReader transcripts) {
        this.shelf = shelf;
        this.transcripts = transcripts;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        COMMUNITY.join(registry);
        COMMUNITY.letPeopleIn(registry);
        registry.add("homelab.objects.endpoint", () -> "http://localhost:" + PORT);
        registry.add("homelab.objects.user", () -> "user");
        registry.add("homelab.objects.password", () -> "a-password-of-tests");
    }

    @AfterAll
    static void stop() {
        COMMUNITY.close();
    }

    @Test
    void savesTheFileWhenTheStoreIsBack(@TempDir Path data) throws InterruptedException {
        COMMUNITY.awaitReady();
        Channel thread = COMMUNITY.open(COMMUNITY.mia(), "Bug Reports", "Kept later");
        UUID id = shelf.ofThread(thread.id()).orElseThrow().id();
        COMMUNITY.mia().say(thread, Draft.text("see", List.of(new Draft.Upload("a.txt", null, new byte[] {1, 2}))));
        await().atMost(Community.SOON).until(() -> states(id).equals(List.of(FileState.WAITING)));

        try (S3Server store = S3Server.start(data, PORT, "user", "a-password-of-tests")) {
            await().atMost(Community.SOON.multipliedBy(3))
                    .until(() -> states(id).equals(List.of(FileState.SAVED)));
            assertThat(store.address().port()).isEqualTo(PORT);
        }
    }

    private List<FileState> states(UUID ticketId) {
        return transcripts.of(ticketId, true).orElseThrow().lines().stream()
                .flatMap(line -> line.files().stream())
                .map(Transcript.File::state)
                .toList();
    }
}
