package dev.homelab.bench;

import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Worlds;
import java.util.List;
import java.util.stream.IntStream;

/** What database and Discord have of each member's ticket, which is found by its title. */
record Tally(long lost, long doubled) {

    static String title(String words, int member) {
        return words + " " + member + ".";
    }

    static Tally of(Stage stage, String words, int members) {
        List<String> tickets = stage.database().column("SELECT title FROM ticket WHERE state = 'OPEN'");
        List<String> all = stage.database().column("SELECT title FROM ticket");
        List<Channel> threads =
                stage.world().locked(() -> stage.world().threads().of(Worlds.COMMUNITY));
        List<String> spoken = threads.stream()
                .flatMap(thread -> thread.messages().stream().map(message -> thread.name()))
                .toList();
        List<String> names = threads.stream().map(Channel::name).toList();
        long lost = IntStream.range(0, members)
                .filter(i -> count(tickets, title(words, i)) == 0
                        || count(names, title(words, i)) == 0
                        || count(spoken, title(words, i)) == 0)
                .count();
        long doubled = IntStream.range(0, members)
                .mapToLong(i -> above(count(all, title(words, i)))
                        + above(count(names, title(words, i)))
                        + above(count(spoken, title(words, i))))
                .sum();
        return new Tally(lost, doubled);
    }

    private static long count(List<String> names, String title) {
        return names.stream().filter(name -> name.endsWith(title)).count();
    }

    private static long above(long count) {
        return Math.max(0, count - 1);
    }
}
