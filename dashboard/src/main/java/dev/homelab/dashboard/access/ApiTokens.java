package dev.homelab.dashboard.access;

import dev.homelab.dashboard.ledger.DatabaseArrived;
import dev.homelab.dashboard.ledger.Ledger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tokens of the API. Only their hashes are kept; in memory too, so that jobs report in while PostgreSQL is away. */
@Component
public class ApiTokens {

    private static final Logger log = LoggerFactory.getLogger(ApiTokens.class);
    private static final String PREFIX = "homelab_";
    private static final int BYTES = 32;

    private final JdbcClient database;
    private final Ledger ledger;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Set<UUID> used = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Map<String, ApiToken> byHash;

    ApiTokens(JdbcClient database, Ledger ledger, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * One token.
     *
     * @param usedAt to about half a minute; null for never
     */
    public record ApiToken(
            UUID id,
            String name,
            Set<TokenScope> scopes,
            Instant expiresAt,
            String createdBy,
            @Nullable Instant usedAt) {}

    /** By name. */
    public List<ApiToken> all() {
        return known().values().stream()
                .sorted((a, b) -> a.name().compareToIgnoreCase(b.name()))
                .toList();
    }

    /**
     * Makes one.
     *
     * @return the token itself, which is never to be seen again
     */
    public String make(String name, Set<TokenScope> scopes, Instant expiresAt, String by) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        database.sql("""
                        INSERT INTO api_token (id, name, hash, scopes, expires_at, created_by, created_at)
                        VALUES (:id, :name, :hash, string_to_array(:scopes, ','), :expires, :by, :now)""")
                .param("id", UUID.randomUUID())
                .param("name", name)
                .param("hash", hash(token))
                .param("scopes", scopes.stream().map(TokenScope::name).collect(Collectors.joining(",")))
                .param("expires", Timestamp.from(expiresAt))
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        readAnew();
        return token;
    }

    public void revoke(UUID id) {
        database.sql("DELETE FROM api_token WHERE id = :id").param("id", id).update();
        readAnew();
    }

    /** False until PostgreSQL was there once. */
    boolean areKnown() {
        return byHash != null;
    }

    private Map<String, ApiToken> known() {
        Map<String, ApiToken> known = byHash;
        return known == null ? Map.of() : known;
    }

    /** Whose token that is, if it is one and not expired. */
    Optional<ApiToken> find(String token) {
        Optional<ApiToken> found = Optional.ofNullable(known().get(hash(token)))
                .filter(known -> known.expiresAt().isAfter(clock.instant()));
        found.ifPresent(known -> used.add(known.id()));
        return found;
    }

    @EventListener(DatabaseArrived.class)
    @Scheduled(initialDelay = 30_000, fixedDelay = 30_000)
    synchronized void readAnew() {
        noteUse();
        try {
            byHash = database
                    .sql("SELECT * FROM api_token")
                    .query((row, _) -> Map.entry(row.getString("hash"), token(row)))
                    .list()
                    .stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        } catch (DataAccessException e) {
            log.debug("The tokens stay as they were read last: {}", e.getMessage());
        }
    }

    private void noteUse() {
        List<UUID> ids = List.copyOf(used);
        ids.forEach(used::remove);
        if (!ids.isEmpty()) {
            Timestamp now = Timestamp.from(clock.instant());
            ledger.write(
                    "use of tokens",
                    database -> database.sql("UPDATE api_token SET used_at = :now WHERE id IN (:ids)")
                            .param("now", now)
                            .param("ids", ids)
                            .update());
        }
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        Timestamp usedAt = row.getTimestamp("used_at");
        return new ApiToken(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Arrays.stream((String[]) row.getArray("scopes").getArray())
                        .map(TokenScope::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getTimestamp("expires_at").toInstant(),
                row.getString("created_by"),
                usedAt == null ? null : usedAt.toInstant());
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
