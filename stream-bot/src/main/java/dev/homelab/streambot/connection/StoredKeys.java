package dev.homelab.streambot.connection;

import dev.homelab.streambot.encryption.KeysInUse;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys of the links' tokens; what does not begin as ciphertexts do is damaged, which is the trouble of its link alone. */
@Component
class StoredKeys implements KeysInUse {

    private final JdbcClient jdbc;

    StoredKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Used> used() {
        return jdbc.sql("""
                        SELECT substring(token FROM 1 FOR 5) AS prefix, count(DISTINCT id) AS links
                        FROM connection,
                            LATERAL (VALUES (access_token), (refresh_token), (previous_refresh_token)) AS one (token)
                        WHERE length(token) >= 5 AND get_byte(token, 0) = 1 GROUP BY 1
                        """)
                .query((row, number) -> new Used(row.getBytes("prefix"), row.getLong("links")))
                .list();
    }
}
