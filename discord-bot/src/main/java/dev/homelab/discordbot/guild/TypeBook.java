package dev.homelab.discordbot.guild;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where admins make, change and order ticket types. */
@Component
public class TypeBook {

    /** As many as a menu of Discord can offer. */
    static final int MOST_TYPES = 25;

    private final TicketTypes types;
    private final DefaultTypes defaults;

    TypeBook(TicketTypes types, DefaultTypes defaults) {
        this.types = types;
        this.defaults = defaults;
    }

    /** Adds a type at the end, which asks what the default types ask. */
    @Transactional
    public TicketType add(long guildId, String name, String emoji, Locale language) {
        List<TicketType> all = types.findByGuildIdOrderByPosition(guildId);
        if (all.size() >= MOST_TYPES) {
            throw new RefusedSetup("type.many", MOST_TYPES);
        }
        return types.save(
                new TicketType(guildId, all.size(), name, emoji, channelName(name, all), defaults.questions(language)));
    }

    /** A name that a channel may have, and no other type has. */
    private static String channelName(String name, List<TicketType> others) {
        String plain = name.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String base = plain.isEmpty() ? "tickets" : plain;
        List<String> taken = others.stream().map(TicketType::channelName).toList();
        int copy = 1;
        String unique = base;
        while (taken.contains(unique)) {
            copy++;
            unique = base + "-" + copy;
        }
        return unique;
    }

    /**
     * Keeps what was changed.
     *
     * @throws RefusedSetup when an answer leads to a type that the server does not have
     */
    @Transactional
    public TicketType save(TicketType type) {
        Set<Long> routes = type.routes();
        if (!routes.isEmpty()) {
            Set<Long> own = types.findByGuildIdOrderByPosition(type.guildId()).stream()
                    .map(TicketType::id)
                    .collect(Collectors.toSet());
            if (!own.containsAll(routes)) {
                throw new RefusedSetup("type.route", type.name());
            }
        }
        return types.save(type);
    }

    /**
     * Puts a type at a place among the server's types, and the others after each other.
     *
     * @param place from 1; beyond the last is the last
     */
    @Transactional
    public void moveTo(TicketType type, int place) {
        List<TicketType> order = new ArrayList<>(types.findByGuildIdOrderByPosition(type.guildId()));
        order.removeIf(each -> each.id() == type.id());
        order.add(Math.min(Math.max(place, 1) - 1, order.size()), type);
        for (int i = 0; i < order.size(); i++) {
            order.get(i).moveTo(i);
        }
        types.saveAll(order);
    }
}
