package dev.homelab.local.demo;

import dev.homelab.local.discord.DiscordSimulator;
import dev.homelab.local.discord.people.Person;
import dev.homelab.local.discord.people.Seen;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Message;
import dev.homelab.local.discord.world.Worlds;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A member opens two tickets; the staff take care of one, close it, and open it again. */
record DiscordJourney(DemoSystem system, Steps steps) {

    /** The ticket that stays open. */
    static final String OPEN_TITLE = "My clips do not show up";

    /** The ticket that is closed in the end, with a transcript. */
    static final String CLOSED_TITLE = "Where is the schedule?";

    private static final String PANEL = "open-a-ticket";

    void play() {
        DiscordSimulator discord = system.world().discord();
        Person mia = discord.as(Worlds.MIA);
        Message panel = steps.await("the bot has made its channels and posted the panel", () -> panel(discord));
        open(mia, panel, OPEN_TITLE);
        Channel ticket = open(mia, panel, CLOSED_TITLE);
        steps.require(mia.channels(Worlds.COMMUNITY).contains(ticket), "the member sees the ticket's private thread");
        steps.require(!discord.as(Worlds.NOAH).channels(Worlds.COMMUNITY).contains(ticket), "another member does not");
        handle(discord, ticket);
        close(discord, ticket);
        rate(discord, mia);
        reopen(discord, ticket);
    }

    private void handle(DiscordSimulator discord, Channel ticket) {
        Person sam = discord.as(Worlds.SAM);
        steps.require(sam.channels(Worlds.COMMUNITY).contains(ticket), "the staff does, without having been added");
        sam.slash(ticket, "ticket claim", Map.of());
        steps.awaitTrue("the staff claims it, and everybody in it hears that", () -> hears(ticket, "🙋"));
        sam.slash(ticket, "ticket notes", Map.of());
        steps.await("the staff opens its notes, which the member does not see", () -> notes(discord));
        sam.say(ticket, "It is pinned in #general.");
        discord.as(Worlds.MIA).say(ticket, "Found it, thank you!");
    }

    private void close(DiscordSimulator discord, Channel ticket) {
        Message first = ticket.messages().getFirst();
        discord.as(Worlds.SAM).click(first, customId(first, "Close"));
        steps.awaitTrue("the staff closes it: locked and archived", () -> ticket.isArchived() && ticket.isLocked());
        steps.await("its card is in the archive", () -> card(discord));
    }

    private void rate(DiscordSimulator discord, Person mia) {
        Message question = steps.await("the member is asked how the help was", () -> direct(discord, mia));
        if (mia.click(question, customId(question, "5 ★")) instanceof Seen.Modal form) {
            mia.submit(form, Map.of("comment", "Quick and kind"));
        }
        steps.awaitTrue("five stars stand on the card", () -> {
            Message card = card(discord);
            return card != null && card.components().toString().contains("★★★★★");
        });
    }

    private void reopen(DiscordSimulator discord, Channel ticket) {
        Message card = steps.await("the card has a button to reopen it", () -> card(discord));
        Person sam = discord.as(Worlds.SAM);
        sam.click(card, customId(card, "Reopen"));
        steps.awaitTrue(
                "the staff opens it again, in its old thread", () -> !ticket.isArchived() && !ticket.isLocked());
        sam.slash(ticket, "ticket close", Map.of("reason", "It was found"));
        steps.awaitTrue("and closes it for good, with a reason", () -> ticket.isArchived() && ticket.isLocked());
    }

    private static boolean hears(Channel ticket, String words) {
        return ticket.messages().stream().anyMatch(message -> message.content().contains(words));
    }

    private static @Nullable Channel notes(DiscordSimulator discord) {
        return discord.as(Worlds.SAM).channels(Worlds.COMMUNITY).stream()
                .filter(channel ->
                        channel.name().startsWith("📝") && channel.name().endsWith(CLOSED_TITLE))
                .filter(channel ->
                        !discord.as(Worlds.MIA).channels(Worlds.COMMUNITY).contains(channel))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Message direct(DiscordSimulator discord, Person person) {
        return discord.world()
                .locked(() -> discord.world().channels().directOf(person.id()).stream()
                        .flatMap(channel -> channel.messages().stream())
                        .reduce((older, newer) -> newer)
                        .orElse(null));
    }

    private Channel open(Person member, Message panel, String title) {
        if (!(member.click(panel, customId(panel, "General Support")) instanceof Seen.Modal form)) {
            throw new JourneyFailed("the panel's button did not answer with a form");
        }
        member.submit(form, Map.of("title", title, "description", "Since yesterday evening.", "urgent", false));
        DiscordSimulator discord = system.world().discord();
        return steps.await("a member opens the ticket “" + title + "”", () -> find(discord, title));
    }

    private static @Nullable Channel find(DiscordSimulator discord, String title) {
        return discord.as(Worlds.MIA).channels(Worlds.COMMUNITY).stream()
                .filter(channel -> channel.isThread()
                        && channel.name().startsWith("🎫")
                        && channel.name().endsWith(title))
                .filter(channel -> !channel.messages().isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Message panel(DiscordSimulator discord) {
        return newest(discord, PANEL);
    }

    private static @Nullable Message card(DiscordSimulator discord) {
        return newest(discord, "general-support-archive");
    }

    private static @Nullable Message newest(DiscordSimulator discord, String channelName) {
        return discord.as(Worlds.ADA).channels(Worlds.COMMUNITY).stream()
                .filter(channel -> channel.name().equals(channelName))
                .flatMap(channel -> channel.messages().stream())
                .reduce((older, newer) -> newer)
                .orElse(null);
    }

    private static String customId(Message message, String label) {
        String id = customId(message.components(), label);
        if (id.isEmpty()) {
            throw new JourneyFailed("there is no button “" + label + "”");
        }
        return id;
    }

    /** Buttons may lie in rows inside of containers. */
    static String customId(JsonNode components, String label) {
        return components
                .valueStream()
                .map(each -> each.path("label").asString("").equals(label)
                        ? each.path("custom_id").asString()
                        : customId(each.path("components"), label))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
    }
}
