package dev.homelab.local.demo;

import dev.homelab.local.discord.DiscordSimulator;
import dev.homelab.local.discord.people.Person;
import dev.homelab.local.discord.people.Seen;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Message;
import dev.homelab.local.discord.world.Worlds;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A member opens two tickets, and the staff closes one. */
record DiscordJourney(DemoSystem system, Steps steps) {

    /** The ticket that stays open. */
    static final String OPEN_TITLE = "My clips do not show up";

    private static final String CLOSED_TITLE = "Where is the schedule?";
    private static final String PANEL = "open-a-ticket";

    void play() {
        DiscordSimulator discord = system.world().discord();
        Person mia = discord.as(Worlds.MIA);
        Person sam = discord.as(Worlds.SAM);
        Message panel = steps.await("the bot has made its channels and posted the panel", () -> panel(discord));
        open(mia, panel, OPEN_TITLE);
        Channel closing = open(mia, panel, CLOSED_TITLE);
        steps.require(mia.channels(Worlds.COMMUNITY).contains(closing), "the member sees the ticket's private thread");
        steps.require(!discord.as(Worlds.NOAH).channels(Worlds.COMMUNITY).contains(closing), "another member does not");
        steps.require(sam.channels(Worlds.COMMUNITY).contains(closing), "the staff does, without having been added");
        sam.say(closing, "It is pinned in #general.");
        Message first = closing.messages().getFirst();
        sam.click(first, customId(first, "Close"));
        steps.awaitTrue("the staff closes it: locked and archived", () -> closing.isArchived() && closing.isLocked());
        steps.await("its card is in the archive", () -> card(discord));
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
                .filter(channel -> channel.isThread() && channel.name().endsWith(title))
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
        return message.components()
                .valueStream()
                .flatMap(row -> row.path("components").valueStream())
                .filter(control -> control.path("label").asString("").equals(label))
                .map(control -> control.path("custom_id").asString())
                .findFirst()
                .orElseThrow(() -> new JourneyFailed("there is no button “" + label + "”"));
    }
}
