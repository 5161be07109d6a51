package dev.homelab.local.discord;

import static dev.homelab.local.discord.world.Worlds.COMMUNITY;
import static dev.homelab.local.discord.world.Worlds.GENERAL;
import static dev.homelab.local.discord.world.Worlds.MIA;
import static dev.homelab.local.discord.world.Worlds.NOAH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.local.discord.rest.Limits;
import dev.homelab.local.discord.world.Channel;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.utils.FileUpload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EndpointsTest {

    private DiscordSimulator discord;
    private JDA jda;
    private Guild guild;
    private TextChannel general;

    @BeforeEach
    void start() throws InterruptedException {
        discord = DiscordSimulator.start(DiscordSettings.local().withLimits(Limits.OFF));
        jda = Bot.login(discord);
        guild = Objects.requireNonNull(jda.getGuildById(COMMUNITY));
        general = Objects.requireNonNull(guild.getTextChannelById(GENERAL));
    }

    @AfterEach
    void stop() throws InterruptedException {
        Bot.logout(jda);
        discord.close();
    }

    @Test
    void filesAreSentAndFetched() throws IOException {
        byte[] bytes = "a file".getBytes(StandardCharsets.UTF_8);
        Message sent = general.sendFiles(FileUpload.fromData(bytes, "a.txt").setDescription("words"))
                .setEmbeds(new EmbedBuilder()
                        .setDescription("see")
                        .setFooter("foot")
                        .build())
                .complete();
        Message.Attachment attachment = sent.getAttachments().getFirst();
        assertThat(attachment.getFileName()).isEqualTo("a.txt");
        try (InputStream stream = URI.create(attachment.getUrl()).toURL().openStream()) {
            assertThat(stream.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void messagesAreEditedReactedToPinnedPagedAndDeleted() {
        List<Message> sent = List.of(
                general.sendMessage("1").complete(),
                general.sendMessage("2").complete(),
                general.sendMessage("3").complete());
        sent.getFirst().editMessage("one").complete();
        sent.getFirst().addReaction(Emoji.fromUnicode("👍")).complete();
        sent.getFirst().removeReaction(Emoji.fromUnicode("👍")).complete();
        Message reply = sent.getFirst().reply("4").complete();
        assertThat(reply.getReferencedMessage()).isNotNull();
        assertThat(general.getHistoryBefore(sent.getLast(), 10).complete().getRetrievedHistory())
                .extracting(Message::getContentRaw)
                .containsExactly("2", "one");
        sent.getLast().delete().complete();
        assertThat(discord.world().channel(GENERAL).messages()).hasSize(3);
    }

    @Test
    void threadsAreListedAndTheirMembersChanged() {
        ThreadChannel thread = general.createThreadChannel("hidden", true).complete();
        thread.addThreadMemberById(MIA).complete();
        Channel hidden = discord.channel(COMMUNITY, "hidden");
        assertThat(hidden.threadMembers()).contains(MIA);
        assertThat(thread.retrieveThreadMembers().complete()).hasSize(2);
        thread.removeThreadMemberById(MIA).complete();
        assertThat(hidden.threadMembers()).doesNotContain(MIA);
        assertThat(guild.retrieveActiveThreads().complete()).hasSize(1);
        thread.getManager().setName("renamed").setArchived(true).complete();
        assertThat(general.retrieveArchivedPrivateThreadChannels().complete())
                .extracting(ThreadChannel::getName)
                .containsExactly("renamed");
        assertThat(general.retrieveArchivedPublicThreadChannels().complete()).isEmpty();
    }

    @Test
    void overwritesHideAChannel() {
        TextChannel hidden = guild.createTextChannel("hidden").complete();
        Member mia = guild.retrieveMemberById(MIA).complete();
        hidden.upsertPermissionOverride(mia).setAllowed(Permission.VIEW_CHANNEL).complete();
        hidden.upsertPermissionOverride(guild.getPublicRole())
                .setDenied(Permission.VIEW_CHANNEL)
                .complete();
        Channel channel = discord.channel(COMMUNITY, "hidden");
        assertThat(discord.as(MIA).channels(COMMUNITY)).contains(channel);
        assertThat(discord.as(NOAH).channels(COMMUNITY)).doesNotContain(channel);
    }

    @Test
    void rolesAreMadeAndGiven() {
        Role role = guild.createRole()
                .setName("Tester")
                .setPermissions(EnumSet.noneOf(Permission.class))
                .complete();
        guild.addRoleToMember(net.dv8tion.jda.api.entities.UserSnowflake.fromId(MIA), role)
                .complete();
        assertThat(guild.retrieveMemberById(MIA).useCache(false).complete().getRoles())
                .extracting(Role::getName)
                .containsExactly("Tester");
        role.delete().complete();
        assertThat(guild.findMembers(member -> !member.getUser().isBot()).get()).hasSize(4);
    }

    @Test
    void commandsAreRegisteredReplacedAndDeleted() {
        var command = jda.upsertCommand(Commands.slash("tickets", "Tickets")
                        .addSubcommands(new SubcommandData("setup", "Sets up")
                                .addOption(OptionType.ROLE, "staff", "Who answers", true)))
                .complete();
        guild.updateCommands().addCommands(Commands.message("Open a ticket")).complete();
        assertThat(jda.retrieveCommands().complete()).hasSize(1);
        jda.deleteCommandById(command.getIdLong()).complete();
        assertThat(jda.retrieveCommands().complete()).isEmpty();
        assertThat(guild.retrieveCommands().complete()).hasSize(1);
    }

    @Test
    void theApplicationIsKnown() {
        assertThat(jda.retrieveApplicationInfo().complete().getName()).isEqualTo("Homelab");
    }
}
