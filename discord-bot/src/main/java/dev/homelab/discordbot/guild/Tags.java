package dev.homelab.discordbot.guild;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Canned replies of each server, by their names. */
@Component
public class Tags {

    public static final int LONGEST_NAME = 40;
    public static final int LONGEST_BODY = 2000;

    private final JdbcClient jdbc;

    Tags(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<String> names(long guildId) {
        return jdbc
                .sql("SELECT name FROM tag WHERE guild_id = ? ORDER BY name")
                .param(guildId)
                .query(String.class)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    public Optional<String> body(long guildId, String name) {
        return jdbc.sql("SELECT body FROM tag WHERE guild_id = ? AND name = ?")
                .params(guildId, name)
                .query(String.class)
                .optional();
    }

    /** Adds it, or changes the one of that name. */
    public void set(long guildId, String name, String body) {
        if (name.isBlank() || name.length() > LONGEST_NAME || body.isBlank() || body.length() > LONGEST_BODY) {
            throw new RefusedSetup("tag", LONGEST_NAME, Integer.toString(LONGEST_BODY));
        }
        jdbc.sql("""
                INSERT INTO tag (guild_id, name, body) VALUES (?, ?, ?)
                ON CONFLICT (guild_id, name) DO UPDATE SET body = excluded.body
                """).params(guildId, name, body).update();
    }

    /** Whether there was one of that name. */
    public boolean remove(long guildId, String name) {
        return jdbc.sql("DELETE FROM tag WHERE guild_id = ? AND name = ?")
                        .params(guildId, name)
                        .update()
                > 0;
    }
}
