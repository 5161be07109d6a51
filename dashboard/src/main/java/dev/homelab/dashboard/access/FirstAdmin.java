package dev.homelab.dashboard.access;

import dev.homelab.dashboard.audit.Audit;
import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.ledger.DatabaseArrived;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sees to the admin of the environment. Their password there counts when it is new there; one that they have changed in the page
 * stays until then.
 */
@Component
class FirstAdmin {

    private final AdminSettings settings;
    private final People people;
    private final PasswordEncoder passwords;
    private final JdbcClient database;
    private final Audit audit;

    FirstAdmin(AdminSettings settings, People people, PasswordEncoder passwords, JdbcClient database, Audit audit) {
        this.settings = settings;
        this.people = people;
        this.passwords = passwords;
        this.database = database;
        this.audit = audit;
    }

    @EventListener(DatabaseArrived.class)
    @Transactional
    void see() {
        String password = settings.password().reveal();
        Optional<String> known =
                database.sql("SELECT hash FROM first_admin").query(String.class).optional();
        Optional<Person> admin = people.named(settings.username());
        if (admin.isPresent()
                && known.filter(hash -> passwords.matches(password, hash)).isPresent()) {
            return;
        }
        String hash = passwords.encode(password);
        if (admin.isEmpty()) {
            people.add(settings.username(), hash, Role.ADMIN);
            audit.note(Audit.SETTINGS, Said.of("audit.person-added", settings.username(), Role.ADMIN.key()));
        } else {
            people.changePassword(admin.get().id(), hash);
            audit.note(Audit.SETTINGS, Said.of("audit.password-reset", settings.username()));
        }
        database.sql(
                        "INSERT INTO first_admin (hash) VALUES (:hash) ON CONFLICT (one) DO UPDATE SET hash = excluded.hash")
                .param("hash", hash)
                .update();
    }
}
