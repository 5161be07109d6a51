package dev.homelab.dashboard.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who may sign in. There is always an admin who can. */
@Component
public class People {

    private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._@-]{0,59}";

    private final JdbcClient database;
    private final Clock clock;

    People(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** By name. */
    public List<Person> all() {
        return database.sql("SELECT * FROM person ORDER BY lower(name)")
                .query(People::person)
                .list();
    }

    public Optional<Person> find(UUID id) {
        return database.sql("SELECT * FROM person WHERE id = :id")
                .param("id", id)
                .query(People::person)
                .optional();
    }

    Optional<Person> named(String name) {
        return database.sql("SELECT * FROM person WHERE lower(name) = lower(:name)")
                .param("name", name)
                .query(People::person)
                .optional();
    }

    public Optional<Person> ofDiscord(long user) {
        return database.sql("SELECT * FROM person WHERE discord_id = :user")
                .param("user", user)
                .query(People::person)
                .optional();
    }

    public Optional<Person> ofSubject(String subject) {
        return database.sql("SELECT * FROM person WHERE oidc_subject = :subject")
                .param("subject", subject)
                .query(People::person)
                .optional();
    }

    /**
     * Somebody new.
     *
     * @param hash of their password; null for who signs in elsewhere only
     * @throws PersonRefused when the name is none or taken
     */
    public Person add(String name, @Nullable String hash, Role role) {
        return added(new Person(UUID.randomUUID(), name, hash, role, null, null, false));
    }

    /**
     * Somebody new whom a provider knows.
     *
     * @throws PersonRefused when the name is none, or name or account are taken
     */
    public Person addKnown(String name, Role role, @Nullable Long discordId, @Nullable String subject) {
        return added(new Person(UUID.randomUUID(), name, null, role, discordId, subject, false));
    }

    private Person added(Person person) {
        if (!person.name().matches(NAME)) {
            throw new PersonRefused("people.bad-name");
        }
        try {
            database.sql("""
                            INSERT INTO person (id, name, password, role, discord_id, oidc_subject, created_at)
                            VALUES (:id, :name, :password, :role, :discord, :subject, :at)""")
                    .param("id", person.id())
                    .param("name", person.name())
                    .param("password", person.password())
                    .param("role", person.role().name())
                    .param("discord", person.discordId())
                    .param("subject", person.subject())
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new PersonRefused("people.taken");
        }
        return person;
    }

    public void changePassword(UUID id, String hash) {
        database.sql("UPDATE person SET password = :hash WHERE id = :id")
                .param("hash", hash)
                .param("id", id)
                .update();
    }

    /**
     * Anything but name and password.
     *
     * @throws PersonRefused when nobody would be left who may everything, or another has that account
     */
    @Transactional
    public void change(Person changed) {
        try {
            database.sql("""
                            UPDATE person SET role = :role, discord_id = :discord, oidc_subject = :subject,
                                disabled = :disabled
                            WHERE id = :id""")
                    .param("role", changed.role().name())
                    .param("discord", changed.discordId())
                    .param("subject", changed.subject())
                    .param("disabled", changed.disabled())
                    .param("id", changed.id())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new PersonRefused("people.taken-elsewhere");
        }
        keepAnAdmin();
    }

    /**
     * Forgets somebody.
     *
     * @throws PersonRefused when nobody would be left who may everything
     */
    @Transactional
    public void remove(UUID id) {
        database.sql("DELETE FROM person WHERE id = :id").param("id", id).update();
        keepAnAdmin();
    }

    /** Two who take each other's rights at once are told one after the other. */
    private void keepAnAdmin() {
        int left = database.sql(
                        "SELECT id FROM person WHERE role = 'ADMIN' AND NOT disabled AND password IS NOT NULL FOR UPDATE")
                .query(UUID.class)
                .list()
                .size();
        if (left == 0) {
            throw new PersonRefused("people.last-admin");
        }
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        long discord = row.getLong("discord_id");
        boolean none = row.wasNull();
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("password"),
                Role.valueOf(row.getString("role")),
                none ? null : (Long) discord,
                row.getString("oidc_subject"),
                row.getBoolean("disabled"));
    }
}
