package dev.homelab.bench;

import dev.homelab.local.discord.rest.Exchange;
import dev.homelab.local.discord.world.Actor;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Interaction;
import dev.homelab.local.discord.world.Json;
import dev.homelab.local.discord.world.Message;
import dev.homelab.local.discord.world.World;
import dev.homelab.local.discord.world.Worlds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The server with a crowd of tickets, in which one member after the other opens one more, which staff close. */
final class CrowdedServer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration QUIET = Duration.ofMillis(300);
    private static final String OWED =
            "SELECT count(*) FROM scheduled_tasks WHERE task_name IN ('errand', 'chore') AND execution_time < now()";

    private final Stage stage;
    private final World world;
    private final Crowd crowd;
    private final ChoreRuns chores;
    private int turn;

    CrowdedServer(Stage stage, Crowd crowd) {
        this.stage = stage;
        this.world = stage.world();
        this.crowd = crowd;
        this.chores = new ChoreRuns(stage);
    }

    /** Begins a round, in which every act is to be played once. */
    void nextTurn() {
        turn++;
        crowd.makeSomeDue();
    }

    Cost play(Act act) {
        settle();
        stage.database().countFromNow();
        stage.discord().requests().clear();
        double millis = act.playIn(this);
        settle();
        return Cost.of(millis, stage.database().spent());
    }

    /** Until the bot owes nobody anything. */
    private void settle() {
        stage.await(() -> stage.database().number(OWED) == 0, PATIENCE);
        stage.quiet(QUIET);
    }

    /** From the click to the form, and from the sent form to the link. */
    double open() {
        Actor member = Actor.of(crowd.opener(turn));
        Interaction click = click(member);
        stage.await(() -> click.modal() != null, PATIENCE);
        double form = millisSince(click.createdAt());
        ObjectNode answers = Json.object()
                .put("title", title())
                .put("description", "Since yesterday.")
                .put("urgent", false);
        Interaction sent = world.locked(() -> world.interactions().submit(click, answers, Map.of(), member));
        stage.await(() -> opened() != null, PATIENCE);
        settle();
        return form + millisSince(sent.createdAt());
    }

    private Interaction click(Actor member) {
        Message panel = stage.panel();
        Channel place = world.channel(panel.channelId());
        List<String> buttons = stage.buttons();
        String button = buttons.get(turn % buttons.size());
        return world.locked(() -> world.interactions().press(place, panel, button, member));
    }

    /** From a staff member's click to the archive's card. */
    double close() {
        Channel thread = opened();
        if (thread == null) {
            throw new IllegalStateException("there is no ticket to close");
        }
        Message first = thread.messages().getFirst();
        String button = Stage.customIds(first.components()).stream()
                .filter(id -> id.startsWith("close:"))
                .findFirst()
                .orElseThrow();
        Interaction click = world.locked(() -> world.interactions().press(thread, first, button, Actor.of(Worlds.ADA)));
        stage.await(
                () -> stage.database()
                                .number("SELECT count(archive_card_id) FROM ticket WHERE title = '" + title() + "'")
                        > 0,
                PATIENCE);
        return millisSince(click.createdAt());
    }

    double repair() {
        return chores.run("repair");
    }

    double list() {
        return chores.list();
    }

    double cleanUp() {
        return chores.run("clean-up");
    }

    private String title() {
        return "The door squeaks, " + turn;
    }

    /** The thread of this turn's ticket, as soon as its first message is there. */
    private @Nullable Channel opened() {
        return world.locked(() -> world.threads().of(Worlds.COMMUNITY).stream()
                .filter(thread ->
                        thread.name().endsWith(title()) && !thread.messages().isEmpty())
                .findFirst()
                .orElse(null));
    }

    private double millisSince(Instant start) {
        Instant last = stage.discord().requests().all().stream()
                .map(Exchange::at)
                .max(Instant::compareTo)
                .orElseThrow();
        return Duration.between(start, last).toNanos() / 1e6;
    }
}
