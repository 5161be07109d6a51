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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** One burst: all click, and when everybody has their form, all send it. */
final class Burst {

    private static final Duration SLACK = Duration.ofSeconds(40);

    private final Stage stage;
    private final World world;
    private final String title;
    private final List<Actor> members;
    private long lateForms;

    /** @param title of the tickets, before the number of the member */
    Burst(Stage stage, int members, String title) {
        this.stage = stage;
        this.world = stage.world();
        this.title = title;
        this.members = join(members);
    }

    private List<Actor> join(int count) {
        List<Actor> joined = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long id = Worlds.newPerson(world, "Member " + i).id();
            world.locked(() -> world.guilds().join(world.guild(Worlds.COMMUNITY), id));
            joined.add(Actor.of(id));
        }
        return joined;
    }

    /** Whoever gets no form clicks again, as people do. */
    BurstFigures play(Duration bound) {
        Shares start = Shares.now(stage.database(), stage.bot().handle());
        List<Interaction> clicks = click();
        Shares showing = Shares.now(stage.database(), stage.bot().handle()).since(start);
        Percentiles forms = Answered.first(stage.discord().requests().all(), clicks);
        for (int i = 0; i < clicks.size(); i++) {
            while (clicks.get(i).modal() == null) {
                lateForms++;
                clicks.set(i, awaited(click(i)));
            }
        }
        stage.quiet();
        stage.discord().requests().clear();
        stage.database().countFromNow();
        Shares before = Shares.now(stage.database(), stage.bot().handle());
        List<Interaction> sent = submit(clicks);
        sent.forEach(this::awaited);
        Shares answering = Shares.now(stage.database(), stage.bot().handle()).since(before);
        awaitTickets(bound);
        stage.quiet();
        return figures(bound, sent, forms, showing, answering);
    }

    private List<Interaction> click() {
        List<Interaction> clicks = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            clicks.add(click(i));
        }
        clicks.forEach(this::awaited);
        return clicks;
    }

    private Interaction click(int member) {
        Message panel = stage.panel();
        Channel place = world.channel(panel.channelId());
        List<String> buttons = stage.buttons();
        String button = buttons.get(member % buttons.size());
        return world.locked(() -> world.interactions().press(place, panel, button, members.get(member)));
    }

    private Interaction awaited(Interaction click) {
        stage.await(() -> click.answer() != 0 || world.interactions().expired(click), SLACK);
        return click;
    }

    private List<Interaction> submit(List<Interaction> clicks) {
        List<Interaction> sent = new ArrayList<>();
        for (int i = 0; i < clicks.size(); i++) {
            Interaction click = clicks.get(i);
            Actor member = members.get(i);
            ObjectNode answers = Json.object()
                    .put("title", Tally.title(title, i))
                    .put("description", "Since yesterday.")
                    .put("urgent", false);
            sent.add(world.locked(() -> world.interactions().submit(click, answers, Map.of(), member)));
        }
        return sent;
    }

    /** Those that are lost are not waited for beyond the deadline: they are counted. */
    private void awaitTickets(Duration bound) {
        String open = "SELECT count(*) FROM ticket WHERE state = 'OPEN' AND title LIKE '" + title + " %'";
        try {
            stage.await(() -> stage.database().number(open) >= members.size(), bound.plus(SLACK));
        } catch (IllegalStateException e) {
            if (!stage.bot().handle().isAlive()) {
                throw e;
            }
        }
    }

    private BurstFigures figures(
            Duration bound, List<Interaction> sent, Percentiles forms, Shares showing, Shares answering) {
        List<Exchange> exchanges = stage.discord().requests().all();
        List<Exchange> counted = exchanges.stream().filter(Exchange::counted).toList();
        Instant end = counted.stream().map(Exchange::at).max(Instant::compareTo).orElseThrow();
        Duration took = Duration.between(sent.getFirst().createdAt(), end);
        Tally tally = Tally.of(stage, title, members.size());
        return new BurstFigures(
                (double) counted.size() / members.size(),
                (double) took.toMillis() / bound.toMillis(),
                tally.lost(),
                tally.doubled(),
                exchanges.stream().filter(exchange -> exchange.status() == 429).count(),
                Answered.first(exchanges, sent).at(99),
                forms.at(99),
                lateForms,
                took.toMillis() / 1000.0,
                (double) stage.database().spent().statements() / members.size(),
                showing,
                answering);
    }
}
