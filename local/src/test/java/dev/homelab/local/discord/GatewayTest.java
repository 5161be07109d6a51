package dev.homelab.local.discord;

import static dev.homelab.local.discord.world.Worlds.COMMUNITY;
import static dev.homelab.local.discord.world.Worlds.GENERAL;
import static dev.homelab.local.discord.world.Worlds.MIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.local.discord.world.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.utils.Compression;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayTest {

    private DiscordSimulator discord;
    private JDA jda;
    private Channel general;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws InterruptedException {
        discord = DiscordSimulator.start();
        jda = Bot.builder(discord, new ListenerAdapter() {
                    @Override
                    public void onMessageReceived(MessageReceivedEvent event) {
                        heard.add(event.getMessage().getContentRaw());
                    }
                })
                .setCompression(Compression.ZLIB)
                .build()
                .awaitReady();
        general = discord.world().channel(GENERAL);
    }

    @AfterEach
    void stop() throws InterruptedException {
        Bot.logout(jda);
        discord.close();
    }

    private void awaitHeard(String... words) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(heard).containsExactly(words));
    }

    @Test
    void aDroppedBotResumesAndHearsWhatItMissed() {
        discord.as(MIA).say(general, "before");
        awaitHeard("before");
        discord.faults().gateway().drop();
        discord.as(MIA).say(general, "meanwhile");
        awaitHeard("before", "meanwhile");
        assertThat(discord.faults().gateway().resumes()).isEqualTo(1);
        assertThat(discord.faults().gateway().identifies()).isEqualTo(1);
    }

    @Test
    void aBotThatIsAskedToReconnectResumes() {
        discord.faults().gateway().reconnect();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> discord.faults().gateway().resumes() == 1);
        discord.as(MIA).say(general, "after");
        awaitHeard("after");
    }

    @Test
    void aBotWhoseSessionIsGoneLogsInAnew() {
        discord.faults().gateway().invalidate(false);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> discord.faults().gateway().identifies() == 2);
        await().atMost(Duration.ofSeconds(20)).until(() -> jda.getStatus() == JDA.Status.CONNECTED);
        discord.as(MIA).say(general, "after");
        awaitHeard("after");
    }

    @Test
    void aBotWhoseSessionIsInvalidButResumableResumes() {
        discord.faults().gateway().invalidate(true);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> discord.faults().gateway().resumes() == 1);
        assertThat(discord.faults().gateway().identifies()).isEqualTo(1);
        discord.as(MIA).say(general, "after");
        awaitHeard("after");
    }

    @Test
    void aFrozenGatewayTellsEverythingAfterwards() {
        discord.faults().gateway().freeze();
        discord.as(MIA).say(general, "frozen");
        assertThat(heard).isEmpty();
        discord.faults().gateway().thaw();
        awaitHeard("frozen");
    }

    @Test
    void aThreadDeletedBehindTheBotsBackIsGoneFromItsCache() {
        Objects.requireNonNull(
                        Objects.requireNonNull(jda.getGuildById(COMMUNITY)).getTextChannelById(GENERAL))
                .createThreadChannel("gone soon", true)
                .complete();
        Channel thread = discord.channel(COMMUNITY, "gone soon");
        await().until(() -> jda.getThreadChannelById(thread.id()) != null);
        discord.faults().delete(thread);
        await().until(() -> jda.getThreadChannelById(thread.id()) == null);
    }
}
