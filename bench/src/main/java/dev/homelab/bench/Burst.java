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

    private static final Duration FORMS_WITHIN = Duration.ofSeconds(30);
    private static final Duration SLACK = Duration.ofSeconds(90);

    private final Stage stage;
    private final World world;
    private final Duration bound;
    private final List<Actor> members;

    Burst(Stage stage, int members, Duration bound) {
        this.stage = stage;
        this.world = stage.world();
        this.bound = bound;
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

    BurstFigures play() {
        List<Interaction> clicks = click();
        stage.await(() -> clicks.stream().allMatch(click -> click.answer() != 0), FORMS_WITHIN);
        stage.quiet();
        long form = Answered.first(stage.discord().requests().all(), clicks).at(99);
        stage.discord().requests().clear();
        List<Interaction> forms = submit(clicks);
        awaitTickets();
        stage.quiet();
        return figures(forms, form);
    }

    private List<Interaction> click() {
        Message panel = stage.panel();
        Channel place = world.channel(panel.channelId());
        List<String> buttons = stage.buttons();
        List<Interaction> clicks = new ArrayList<>();
        for (Actor member : members) {
            String button = buttons.get(clicks.size() % buttons.size());
            clicks.add(world.locked(() -> world.interactions().press(place, panel, button, member)));
        }
        return clicks;
    }

    private List<Interaction> submit(List<Interaction> clicks) {
        List<Interaction> forms = new ArrayList<>();
        for (int i = 0; i < clicks.size(); i++) {
            Interaction click = clicks.get(i);
            Actor member = members.get(i);
            ObjectNode answers = Json.object()
                    .put("title", Tally.title(i))
                    .put("description", "Since yesterday.")
                    .put("urgent", false);
            forms.add(world.locked(() -> world.interactions().submit(click, answers, Map.of(), member)));
        }
        return forms;
    }

    /** Those that are lost are not waited for beyond the deadline: they are counted. */
    private void awaitTickets() {
        String open = "SELECT count(*) FROM ticket WHERE state = 'OPEN'";
        try {
            stage.await(
                    () -> stage.database().number(open) >= members.size(),
                    bound.multipliedBy(2).plus(SLACK));
        } catch (IllegalStateException e) {
            if (!stage.bot().handle().isAlive()) {
                throw e;
            }
        }
    }

    private BurstFigures figures(List<Interaction> forms, long form) {
        List<Exchange> exchanges = stage.discord().requests().all();
        List<Exchange> counted = exchanges.stream().filter(Exchange::counted).toList();
        Instant end = counted.stream().map(Exchange::at).max(Instant::compareTo).orElseThrow();
        Duration took = Duration.between(forms.getFirst().createdAt(), end);
        exchanges.stream()
                .filter(e -> e.status() == 429)
                .forEach(e ->
                        System.err.println(Duration.between(forms.getFirst().createdAt(), e.at()) + " " + e));
        Tally tally = Tally.of(stage, members.size());
        return new BurstFigures(
                (double) counted.size() / members.size(),
                (double) took.toMillis() / bound.toMillis(),
                tally.lost(),
                tally.doubled(),
                exchanges.stream().filter(exchange -> exchange.status() == 429).count(),
                Answered.first(exchanges, forms).at(99),
                form,
                took.toMillis() / 1000.0);
    }
}
