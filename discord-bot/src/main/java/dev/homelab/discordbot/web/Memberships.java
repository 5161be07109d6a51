package dev.homelab.discordbot.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Which servers a reader is in and with which roles, as Discord says now, or said at most a minute ago. */
@Component
class Memberships {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 10_000;

    private record Key(long userId, long guildId) {}

    private record Kept<T>(T value, Instant until) {}

    private final DiscordUsers discord;
    private final TokenSeal seal;
    private final Clock clock;
    private final Map<Long, Kept<List<Long>>> guilds = new ConcurrentHashMap<>();
    private final Map<Key, Kept<Optional<Set<Long>>>> roles = new ConcurrentHashMap<>();

    Memberships(DiscordUsers discord, TokenSeal seal, Clock clock) {
        this.discord = discord;
        this.seal = seal;
        this.clock = clock;
    }

    List<Long> guildsOf(SignedIn reader) {
        return recent(guilds, reader.id(), () -> discord.guilds(seal.open(reader.sealedToken())));
    }

    /** Empty when they are no member of it. */
    Optional<Set<Long>> rolesOf(SignedIn reader, long guildId) {
        return recent(
                roles, new Key(reader.id(), guildId), () -> discord.roles(seal.open(reader.sealedToken()), guildId));
    }

    private <K, V> V recent(Map<K, Kept<V>> kept, K key, Supplier<V> ask) {
        Instant now = clock.instant();
        Kept<V> known = kept.get(key);
        if (known != null && now.isBefore(known.until())) {
            return known.value();
        }
        kept.values().removeIf(each -> !now.isBefore(each.until()));
        V value = ask.get();
        if (kept.size() < MOST_KEPT) {
            kept.put(key, new Kept<>(value, now.plus(FRESH)));
        }
        return value;
    }
}
