package dev.homelab.local.discord;

import static dev.homelab.local.discord.world.Worlds.ADA;
import static dev.homelab.local.discord.world.Worlds.COMMUNITY;
import static dev.homelab.local.discord.world.Worlds.GENERAL;
import static dev.homelab.local.discord.world.Worlds.MIA;
import static dev.homelab.local.discord.world.Worlds.NOAH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.homelab.local.discord.rest.Limits;
import dev.homelab.local.discord.world.Actor;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Json;
import dev.homelab.local.discord.world.Message;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.UserSnowflake;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.guild.GuildBanEvent;
import net.dv8tion.jda.api.events.guild.GuildUnbanEvent;
import net.dv8tion.jda.api.events.guild.member.GuildMemberRemoveEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.GatewayIntent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModerationTest {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private DiscordSimulator discord;
    private JDA jda;
    private Guild guild;
    private Wire wire;

    @BeforeEach
    void start() throws InterruptedException {
        discord = DiscordSimulator.start(DiscordSettings.local().withLimits(Limits.OFF));
        jda = Bot.builder(discord, (EventListener) this::hear)
                .enableIntents(GatewayIntent.GUILD_MODERATION)
                .build()
                .awaitReady();
        guild = Objects.requireNonNull(jda.getGuildById(COMMUNITY));
        wire = new Wire(discord);
        botMay(Long.toString((1L << 53) - 1));
    }

    @AfterEach
    void stop() throws InterruptedException {
        Bot.logout(jda);
        discord.close();
    }

    private void hear(GenericEvent event) {
        switch (event) {
            case GuildBanEvent ban -> heard.add("banned " + ban.getUser().getId());
            case GuildUnbanEvent unban ->
                heard.add("unbanned " + unban.getUser().getId());
            case GuildMemberRemoveEvent gone ->
                heard.add("gone " + gone.getUser().getId());
            default -> {}
        }
    }

    /** The permissions of the bot's role, as its server's owner sets them. */
    private void botMay(String permissions) {
        var community = discord.world().guild(COMMUNITY);
        discord.world()
                .locked(() -> discord.world()
                        .guilds()
                        .modifyRole(
                                community,
                                community.role("Homelab").id(),
                                Json.object().put("permissions", permissions),
                                Actor.of(ADA)));
        await().until(() ->
                Objects.requireNonNull(guild.getSelfMember().getRoles().getFirst())
                                .getPermissionsRaw()
                        == Long.parseLong(permissions));
    }

    @Test
    void aMemberIsKickedAndTheBotHearsOfIt() {
        guild.kick(UserSnowflake.fromId(MIA)).reason("spam").complete();
        await().untilAsserted(() -> assertThat(heard).containsExactly("gone " + MIA));
        assertThat(discord.world().auditLog().entries(COMMUNITY, 20, 1))
                .singleElement()
                .matches(entry -> entry.path("reason").asString().equals("spam"));
        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> guild.retrieveMemberById(MIA).useCache(false).complete())
                .matches(refused -> refused.getErrorResponse() == ErrorResponse.UNKNOWN_MEMBER);
    }

    @Test
    void aMemberIsBannedWithWhatTheySaidLatelyAndUnbannedAgain() {
        Channel general = discord.world().channel(GENERAL);
        discord.as(MIA).say(general, "spam");
        discord.as(NOAH).say(general, "stays");
        guild.ban(UserSnowflake.fromId(MIA), 1, TimeUnit.HOURS).reason("spam").complete();
        await().untilAsserted(() -> assertThat(heard).contains("gone " + MIA, "banned " + MIA));
        assertThat(general.messages()).extracting(Message::content).containsExactly("stays");
        assertThat(guild.retrieveBanList().complete())
                .singleElement()
                .matches(ban -> "spam".equals(ban.getReason()) && ban.getUser().getIdLong() == MIA);
        assertThat(guild.retrieveBan(UserSnowflake.fromId(MIA)).complete().getReason())
                .isEqualTo("spam");
        guild.unban(UserSnowflake.fromId(MIA)).complete();
        await().untilAsserted(() -> assertThat(heard).contains("unbanned " + MIA));
        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> guild.retrieveBan(UserSnowflake.fromId(MIA)).complete())
                .matches(refused -> refused.getErrorResponse() == ErrorResponse.UNKNOWN_BAN);
    }

    @Test
    void nobodyIsBannedByWhoStandsBelowThem() throws IOException, InterruptedException {
        assertThat(wire.send("PUT", "guilds/" + COMMUNITY + "/bans/" + ADA, "{}")
                        .code())
                .isEqualTo(50013);
        assertThat(wire.get("guilds/" + COMMUNITY + "/bans/" + ADA).code()).isEqualTo(10026);
    }

    @Test
    void listsBansInPages() throws IOException, InterruptedException {
        for (long user : new long[] {MIA, NOAH}) {
            wire.send("PUT", "guilds/" + COMMUNITY + "/bans/" + user, "{\"delete_message_seconds\":0}");
        }
        String bans = "guilds/" + COMMUNITY + "/bans?limit=1";
        assertThat(wire.get(bans).json().at("/0/user/id").asLong()).isEqualTo(MIA);
        assertThat(wire.get(bans + "&after=" + MIA).json().at("/0/user/id").asLong())
                .isEqualTo(NOAH);
        assertThat(wire.get(bans + "&before=" + NOAH).json().at("/0/user/id").asLong())
                .isEqualTo(MIA);
        assertThat(wire.get("guilds/" + COMMUNITY + "/bans?limit=0").wrong("limit"))
                .isEqualTo("NUMBER_TYPE_MIN");
    }

    @Test
    void whatIsTakenFromTheBotsRoleIsRefusedAtOnce() throws IOException, InterruptedException {
        String threads = "channels/" + GENERAL + "/threads";
        assertThat(wire.send("POST", threads, "{\"name\":\"a\",\"type\":12}").status())
                .isEqualTo(201);
        String thread = Long.toString(discord.channel(COMMUNITY, "a").id());
        botMay("3072");
        assertThat(wire.send("POST", threads, "{\"name\":\"b\",\"type\":12}").code())
                .isEqualTo(50013);
        assertThat(wire.send("PATCH", "channels/" + thread, "{\"locked\":true}").code())
                .isEqualTo(50013);
        assertThat(wire.send("POST", "guilds/" + COMMUNITY + "/channels", "{\"name\":\"c\"}")
                        .code())
                .isEqualTo(50013);
        assertThat(wire.send("DELETE", "guilds/" + COMMUNITY + "/members/" + MIA, "")
                        .code())
                .isEqualTo(50013);
        assertThat(wire.get("guilds/" + COMMUNITY + "/bans").code()).isEqualTo(50013);
        assertThat(wire.get("guilds/" + COMMUNITY + "/audit-logs").code()).isEqualTo(50013);
        assertThat(wire.send("POST", "channels/" + GENERAL + "/messages", "{\"content\":\"still\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void messagesArePinnedListedAndUnpinned() {
        var general = Objects.requireNonNull(guild.getTextChannelById(GENERAL));
        var first = general.sendMessage("first").complete();
        var second = general.sendMessage("second").complete();
        first.pin().reason("rules").complete();
        second.pin().complete();
        assertThat(general.retrievePinnedMessages().complete())
                .extracting(pinned -> pinned.getMessage().getContentRaw())
                .containsExactly("second", "first");
        first.unpin().complete();
        assertThat(general.retrievePinnedMessages().complete()).hasSize(1);
        assertThat(discord.world().channel(GENERAL).messages()).hasSize(4);
        botMay("76800");
        assertThatExceptionOfType(Exception.class).isThrownBy(() -> first.pin().complete());
    }

    @Test
    void pinsCannotBeSetWithoutThePermissionForThem() throws IOException, InterruptedException {
        String message = wire.send("POST", "channels/" + GENERAL + "/messages", "{\"content\":\"a\"}")
                .json()
                .path("id")
                .asString();
        botMay("76800");
        assertThat(wire.send("PUT", "channels/" + GENERAL + "/messages/pins/" + message, "")
                        .code())
                .isEqualTo(50013);
        assertThat(wire.get("channels/" + GENERAL + "/pins").json().isEmpty()).isTrue();
    }
}
