package dev.homelab.discordbot.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.homelab.common.contract.ServersApi;
import dev.homelab.common.contract.StaffReply;
import dev.homelab.common.contract.TicketDetails;
import dev.homelab.common.contract.TicketPage;
import dev.homelab.common.contract.TicketTypesApi;
import dev.homelab.common.contract.TicketsApi;
import dev.homelab.discordbot.Community;
import dev.homelab.discordbot.transcript.PersonalData;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Worlds;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;

/** What the dashboard can ask of the bot, through the client that the dashboard has. */
class InternalApiTest extends OneBot {

    private final TicketsApi tickets;
    private final TicketTypesApi types;
    private final ServersApi servers;
    private final PersonalData personal;

    InternalApiTest(@LocalServerPort int port, @Autowired PersonalData personal) {
        super(port);
        this.personal = personal;
        this.tickets = as(InternalClient.DASHBOARD, TicketsApi.class);
        this.types = as(InternalClient.DASHBOARD, TicketTypesApi.class);
        this.servers = as(InternalClient.DASHBOARD, ServersApi.class);
    }

    @BeforeEach
    void ready() throws InterruptedException {
        COMMUNITY.awaitReady();
    }

    @AfterEach
    void isAsDiscordDescribesIt() {
        COMMUNITY.discord().verify();
    }

    @Test
    void findsTicketsByStateTypeTextAndNumber() throws InterruptedException {
        COMMUNITY.open(COMMUNITY.mia(), "Bug Reports", "The Needle");
        COMMUNITY.open(COMMUNITY.noah(), "Account Issues", "Hay");

        TicketPage.Line needle = single("needle");
        assertThat(needle.opener()).isEqualTo("Mia");
        assertThat(single("#" + needle.number()).id()).isEqualTo(needle.id());
        assertThat(tickets.search(Worlds.COMMUNITY, List.of("OPEN"), null, null, null, 0)
                        .tickets())
                .extracting(TicketPage.Line::title)
                .contains("The Needle", "Hay");
        assertThat(tickets.search(null, List.of("CLOSED"), null, "needle", null, 0)
                        .tickets())
                .isEmpty();
        assertThatThrownBy(() -> tickets.search(null, List.of("LOST"), null, null, null, 0))
                .isInstanceOfSatisfying(HttpClientErrorException.class, refused -> {
                    assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
                    assertThat(refused.getResponseBodyAsString()).contains("state must be one of [QUEUED, OPENING");
                });
    }

    @Test
    void showsStaffTheTicketsOfTheirTypesAlone() throws InterruptedException {
        COMMUNITY.open(COMMUNITY.mia(), "Bug Reports", "For Sam");
        UUID id = single("For Sam").id();
        COMMUNITY.discord().requests().clear();
        assertThat(tickets.search(null, List.of(), null, "For Sam", Worlds.SAM, 0)
                        .tickets())
                .hasSize(1);
        assertThat(types.types(Worlds.COMMUNITY, Worlds.SAM)).isNotEmpty();
        assertThat(tickets.ticket(id, Worlds.SAM).ticket().title()).isEqualTo("For Sam");
        assertThat(COMMUNITY.counted()).containsExactly("GET /guilds/{guild_id}/members/{user_id}");

        for (long stranger : new long[] {Worlds.NOAH, 123_456_789_012_345_678L}) {
            assertThat(tickets.search(null, List.of(), null, null, stranger, 0).tickets())
                    .isEmpty();
            assertThat(types.types(Worlds.COMMUNITY, stranger)).isEmpty();
            assertThatThrownBy(() -> tickets.ticket(id, stranger))
                    .isInstanceOf(HttpClientErrorException.NotFound.class);
        }
    }

    @Test
    void letsStaffAnswerFromTheWebInTwoCountedCallsAndNobodyElse() throws InterruptedException {
        Channel thread = COMMUNITY.open(COMMUNITY.mia(), "Bug Reports", "From the web");
        UUID id = single("From the web").id();
        COMMUNITY.discord().requests().clear();

        tickets.reply(id, new StaffReply(Worlds.SAM, "We are on it. @everyone"));

        assertThat(thread.messages().getLast().embeds().toString())
                .contains("\"name\":\"Sam\"")
                .contains("We are on it.");
        assertThat(COMMUNITY.counted())
                .containsExactly("GET /guilds/{guild_id}/members/{user_id}", "POST /channels/{channel_id}/messages");
        assertThat(single("From the web").waitingFor()).isEqualTo("MEMBER");
        await().untilAsserted(() ->
                assertThat(personal.export(Worlds.COMMUNITY, Worlds.SAM)).contains("We are on it."));
        personal.erase(Worlds.COMMUNITY, Worlds.SAM);
        assertThat(personal.export(Worlds.COMMUNITY, Worlds.SAM)).doesNotContain("We are on it.");
        COMMUNITY.discord().faults().rest().answer(5, 500, "GET", "/guilds/{guild_id}/members/{user_id}");
        assertThatThrownBy(() -> tickets.reply(id, new StaffReply(Worlds.SAM, "And again")))
                .isInstanceOfSatisfying(
                        HttpServerErrorException.class,
                        failed -> assertThat(failed.getStatusCode()).isEqualTo(HttpStatus.BAD_GATEWAY))
                .hasMessageContaining("Discord does not answer as it should.");
        COMMUNITY.discord().faults().rest().clear();
        assertThatThrownBy(() -> tickets.reply(id, new StaffReply(Worlds.NOAH, "Me too")))
                .hasMessageContaining("They do not answer tickets of this type.");
        assertThatThrownBy(() -> tickets.reply(UUID.randomUUID(), new StaffReply(Worlds.SAM, "Hello?")))
                .hasMessageContaining("This ticket is not open.");
    }

    @Test
    void tellsWhatWasDoneToATicket() throws InterruptedException {
        Channel thread = COMMUNITY.open(COMMUNITY.mia(), "Feature Requests", "Whole story");
        UUID id = single("Whole story").id();
        COMMUNITY.mia().say(thread, "Any news?");
        COMMUNITY.ada().slash(thread, "ticket claim", java.util.Map.of());
        COMMUNITY.ada().slash(thread, "ticket close", java.util.Map.of("reason", "Shipped"));
        await().atMost(Community.SOON).untilAsserted(() -> {
            assertThat(tickets.ticket(id, null).ticket().state()).isEqualTo("CLOSED");
            assertThat(tickets.ticket(id, null).conversation())
                    .anySatisfy(message -> assertThat(message.text()).isEqualTo("Any news?"));
        });

        TicketDetails details = tickets.ticket(id, null);
        assertThat(details.done())
                .extracting(TicketDetails.Deed::action)
                .containsSubsequence("OPENED", "CLAIMED", "CLOSED");
        assertThat(details.answers()).extracting(TicketDetails.Answer::text).contains("Since yesterday.", "Yes");
        assertThat(details.closeReason()).isEqualTo("Shipped");
        assertThat(tickets.statistics(Worlds.COMMUNITY, 30).byType())
                .anySatisfy(group -> assertThat(group.closed()).isPositive());
        assertThatThrownBy(() -> tickets.ticket(UUID.randomUUID(), null))
                .isInstanceOfSatisfying(
                        HttpClientErrorException.class,
                        refused -> assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND));
    }

    @Test
    void changesTypesAndDiscordFollows() {
        TicketTypesApi.Type added = types.add(Worlds.COMMUNITY, new TicketTypesApi.NewType("Partnerships", "🤝"));
        assertThat(COMMUNITY.channel("partnerships")).isNotNull();

        TicketTypesApi.Type first = types.change(added.id(), renamed(added, "Partners", 1));

        assertThat(first.place()).isEqualTo(1);
        assertThat(types.types(Worlds.COMMUNITY, null))
                .first()
                .extracting("name")
                .isEqualTo("Partners");
        assertThat(COMMUNITY.messages("open-a-ticket").getFirst().components().toString())
                .contains("Partners");
        assertThatThrownBy(() -> types.change(added.id(), renamed(added, " ", 1)))
                .hasMessageContaining("A type’s name has 1 to 40 characters.");
        assertThatThrownBy(() -> types.change(-1, added)).hasMessageContaining("There is no such type");
    }

    @Test
    void keepsTheHoursOfATypeAndRefusesRoutesToTypesOfOthers() {
        TicketTypesApi.Type type = types.types(Worlds.COMMUNITY, null).getFirst();
        TicketTypesApi.Hours hours =
                new TicketTypesApi.Hours("Europe/Berlin", List.of("MONDAY", "FRIDAY"), "09:00", "17:30", "Tomorrow!");

        assertThat(types.change(type.id(), with(type, hours, type.questions())).hours())
                .isEqualTo(hours);
        assertThat(types.change(type.id(), with(type, null, type.questions())).hours())
                .isNull();
        TicketTypesApi.Hours nowhere = new TicketTypesApi.Hours("Mars", List.of("MONDAY"), "09:00", "17:30", "");
        assertThatThrownBy(() -> types.change(type.id(), with(type, nowhere, type.questions())))
                .hasMessageContaining("“Mars” is not a time zone");
        List<TicketTypesApi.Question> elsewhere = List.of(new TicketTypesApi.Question(
                "where",
                "MENU",
                "Where?",
                "",
                true,
                100,
                List.of(
                        new TicketTypesApi.Option("Here", null, null),
                        new TicketTypesApi.Option("There", null, 999_999L))));
        assertThatThrownBy(() -> types.change(type.id(), with(type, null, elsewhere)))
                .hasMessageContaining("leads to a type that this server does not have");
    }

    @Test
    void tellsHowMuchRoomAServerHasAndWhatTheDoctorFinds() {
        assertThat(servers.servers())
                .singleElement()
                .satisfies(server -> assertThat(server.limit()).isEqualTo(950));
        assertThat(servers.doctor(Worlds.COMMUNITY))
                .extracting(ServersApi.Finding::what)
                .anyMatch(what -> what.contains("950"));
        assertThatThrownBy(() -> servers.doctor(1)).hasMessageContaining("Discord is not connected here");
    }

    @Test
    void saysThatDiscordFailedWhereTheDoctorCannotLook() {
        COMMUNITY.discord().faults().rest().answer(100, 500, "GET", "/channels/{channel_id}/messages/{message_id}");
        COMMUNITY.ada().delete(COMMUNITY.messages("open-a-ticket").getFirst());

        await().untilAsserted(() -> assertThatThrownBy(() -> servers.doctor(Worlds.COMMUNITY))
                .hasMessageContaining("Discord does not answer"));
        COMMUNITY.discord().faults().rest().clear();
        COMMUNITY.ada().slash(COMMUNITY.channel("general"), "tickets doctor", Map.of("repair", true));
        assertThat(COMMUNITY.messages("open-a-ticket")).hasSize(1);
    }

    private TicketPage.Line single(String text) {
        List<TicketPage.Line> found =
                tickets.search(null, null, null, text, null, 0).tickets();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static TicketTypesApi.Type with(
            TicketTypesApi.Type type, TicketTypesApi.@Nullable Hours hours, List<TicketTypesApi.Question> questions) {
        return new TicketTypesApi.Type(
                type.id(),
                type.name(),
                type.emoji(),
                type.place(),
                type.retired(),
                type.staffRoleIds(),
                type.priority(),
                type.openAtOnce(),
                type.perHour(),
                type.cooldownMinutes(),
                type.firstResponseMinutes(),
                type.staleWarnHours(),
                type.staleCloseHours(),
                hours,
                questions);
    }

    private static TicketTypesApi.Type renamed(TicketTypesApi.Type type, String name, int place) {
        return new TicketTypesApi.Type(
                type.id(),
                name,
                type.emoji(),
                place,
                type.retired(),
                type.staffRoleIds(),
                type.priority(),
                type.openAtOnce(),
                type.perHour(),
                type.cooldownMinutes(),
                type.firstResponseMinutes(),
                type.staleWarnHours(),
                type.staleCloseHours(),
                type.hours(),
                type.questions());
    }
}
