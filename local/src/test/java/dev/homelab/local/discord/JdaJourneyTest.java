package dev.homelab.local.discord;

import static dev.homelab.local.discord.world.Worlds.COMMUNITY;
import static dev.homelab.local.discord.world.Worlds.MIA;
import static dev.homelab.local.discord.world.Worlds.NOAH;
import static dev.homelab.local.discord.world.Worlds.SAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.homelab.local.discord.people.Seen;
import dev.homelab.local.discord.rest.Exchange;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.DiscordException;
import dev.homelab.local.discord.world.Message;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.Category;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdaJourneyTest {

    private DiscordSimulator discord;
    private JDA jda;

    @BeforeEach
    void start() throws InterruptedException {
        discord = DiscordSimulator.start();
        jda = Bot.login(discord, new TicketBot());
    }

    @AfterEach
    void stop() throws InterruptedException {
        Bot.logout(jda);
        discord.close();
    }

    @Test
    void aMemberOpensAndClosesATicketInTheFewestCalls() throws InterruptedException {
        Guild guild = Objects.requireNonNull(jda.getGuildById(COMMUNITY));
        Category category = guild.createCategory("🎫 Active Tickets").complete();
        TextChannel channel = category.createTextChannel("General Support")
                .addRolePermissionOverride(
                        guild.getRolesByName("Staff", true).getFirst().getIdLong(),
                        EnumSet.of(Permission.MANAGE_THREADS),
                        null)
                .complete();
        channel.sendMessage("Need help?")
                .setComponents(ActionRow.of(Button.primary("open", "Open a ticket")))
                .complete();
        Channel support = discord.channel(COMMUNITY, "general-support");
        assertThat(support.parentId()).isEqualTo(category.getIdLong());
        discord.requests().clear();

        Message panel = support.messages().getLast();
        Seen.Modal modal = (Seen.Modal) discord.as(MIA).click(panel, "open");
        assertThat(modal.title()).isEqualTo("New ticket");
        Seen.Reply reply = (Seen.Reply) discord.as(MIA).submit(modal, Map.of("title", "No sound"));

        assertThat(reply.onlyToThem()).isTrue();
        Channel thread = discord.channel(COMMUNITY, "🎫 Ticket #1: No sound");
        assertThat(reply.message().content()).isEqualTo("Opened <#" + thread.id() + ">");
        assertThat(thread.threadMembers()).contains(MIA).doesNotContain(NOAH);
        assertThat(discord.as(MIA).channels(COMMUNITY)).contains(thread);
        assertThat(discord.as(SAM).channels(COMMUNITY)).contains(thread);
        assertThat(discord.as(NOAH).channels(COMMUNITY)).doesNotContain(thread);
        assertThat(discord.requests().counted())
                .extracting(Exchange::toString)
                .containsExactly("POST /channels/{channel_id}/threads 201", "POST /channels/{channel_id}/messages 200");
        discord.requests().clear();

        Seen seen = discord.as(SAM).click(thread.messages().getFirst(), "close");

        assertThat(((Seen.Updated) seen).message().content()).isEqualTo("closed");
        await().until(() -> jda.getThreadChannelById(thread.id()) == null);
        discord.requests().awaitQuiet(Duration.ofMillis(10));
        assertThat(thread.isArchived()).isTrue();
        assertThat(thread.isLocked()).isTrue();
        assertThat(discord.requests().counted())
                .extracting(Exchange::toString)
                .containsExactly("PATCH /channels/{channel_id} 200");
        assertThatThrownBy(() -> discord.as(MIA).say(thread, "still there?"))
                .isInstanceOf(DiscordException.class)
                .hasMessageContaining("160005");
    }

    @Test
    void cachesWhatIsThereAndFollowsWhatPeopleSay() {
        Guild guild = Objects.requireNonNull(jda.getGuildById(COMMUNITY));
        assertThat(guild.getName()).isEqualTo("Homelab Community");
        assertThat(guild.getTextChannels()).extracting(TextChannel::getName).containsExactly("general");
        assertThat(guild.getSelfMember().hasPermission(Permission.MANAGE_THREADS))
                .isTrue();
        Channel general = discord.channel(COMMUNITY, "general");
        discord.as(MIA).say(general, "hello everybody");
        TextChannel channel = Objects.requireNonNull(guild.getTextChannelById(general.id()));
        List<net.dv8tion.jda.api.entities.Message> history =
                channel.getHistory().retrievePast(10).complete();
        assertThat(history).extracting(message -> message.getContentRaw()).containsExactly("hello everybody");
        ThreadChannel thread = channel.createThreadChannel(
                        "talk", history.getFirst().getIdLong())
                .complete();
        assertThat(thread.isPublic()).isTrue();
    }
}
