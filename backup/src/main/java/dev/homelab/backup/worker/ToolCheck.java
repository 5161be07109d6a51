package dev.homelab.backup.worker;

import dev.homelab.backup.postgres.DatabaseSettings;
import dev.homelab.backup.postgres.Login;
import dev.homelab.backup.postgres.Tools;
import dev.homelab.backup.problem.BackupProblem;
import dev.homelab.common.startup.InvalidSetting;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** A {@code pg_dump} that is older than a server stops the start; a server that is away does not. */
@Component
class ToolCheck implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(ToolCheck.class);

    private final DatabaseSettings settings;
    private final Tools tools;

    ToolCheck(DatabaseSettings settings, Tools tools) {
        this.settings = settings;
        this.tools = tools;
    }

    @Override
    public void afterSingletonsInstantiated() {
        settings.logins().forEach(this::check);
    }

    private void check(String name, Login login) {
        try (Connection connection = login.connect()) {
            tools.requireAtLeast(name, connection.getMetaData().getDatabaseMajorVersion());
        } catch (BackupProblem tooOld) {
            throw new InvalidSetting("BACKUP_PG_BIN", "is too old: " + tooOld.sentence(), "then start again");
        } catch (SQLException e) {
            log.warn("The database {} cannot be used yet: {}", name, e.getMessage());
        }
    }
}
