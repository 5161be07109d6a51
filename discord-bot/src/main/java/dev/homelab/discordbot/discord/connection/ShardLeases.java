package dev.homelab.discordbot.discord.connection;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which instance may connect a shard: a row for each, by the database's clock. */
@Component
class ShardLeases {

    private static final String TAKE = """
            INSERT INTO shard_lease (shard, holder, until)
            VALUES (:shard, :holder, now() + :millis * interval '1 millisecond')
            ON CONFLICT (shard) DO UPDATE SET holder = excluded.holder, until = excluded.until
            WHERE shard_lease.holder = excluded.holder OR shard_lease.until < now()
            """;

    private final JdbcClient jdbc;
    private final DiscordSettings settings;
    private final UUID self = UUID.randomUUID();

    ShardLeases(JdbcClient jdbc, DiscordSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Takes or renews it; false when another instance holds it. */
    boolean take(int shard) {
        return jdbc.sql(TAKE)
                        .param("shard", shard)
                        .param("holder", self)
                        .param("millis", settings.lease().toMillis())
                        .update()
                == 1;
    }

    void release(int shard) {
        jdbc.sql("DELETE FROM shard_lease WHERE shard = :shard AND holder = :holder")
                .param("shard", shard)
                .param("holder", self)
                .update();
    }
}
