package dev.homelab.bench;

import dev.homelab.local.discord.rest.Exchange;
import dev.homelab.local.discord.world.Interaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long interactions waited for their first answer, be it that the bot is thinking, by the simulator's own records. */
final class Answered {

    private static final String CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback";

    private Answered() {}

    /** One that was not answered at all waited as long as Discord waits, which is three seconds. */
    static Percentiles first(List<Exchange> exchanges, List<Interaction> interactions) {
        Map<Long, Instant> answered = new HashMap<>();
        exchanges.stream()
                .filter(exchange -> exchange.route().equals(CALLBACK) && exchange.status() < 300)
                .forEach(exchange -> answered.put(interaction(exchange.path()), exchange.at()));
        List<Long> waits = new ArrayList<>();
        for (Interaction each : interactions) {
            Instant latest = each.createdAt().plus(Interaction.FIRST_ANSWER_WITHIN);
            Instant at = answered.getOrDefault(each.id(), latest);
            waits.add(Duration.between(each.createdAt(), at).toMillis());
        }
        return new Percentiles(waits);
    }

    /** From {@code /interactions/123/***}{@code /callback}. */
    static long interaction(String path) {
        return Long.parseLong(path.split("/", -1)[2]);
    }
}
