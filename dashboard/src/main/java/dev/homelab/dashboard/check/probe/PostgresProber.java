package dev.homelab.dashboard.check.probe;

import dev.homelab.dashboard.check.Finding;
import dev.homelab.dashboard.check.Prober;
import dev.homelab.dashboard.check.Target;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.stereotype.Component;

@Component
class PostgresProber implements Prober<Target.Postgres> {

    private final NamedSecrets secrets;

    PostgresProber(NamedSecrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public Class<Target.Postgres> kind() {
        return Target.Postgres.class;
    }

    @Override
    public Finding ask(Target.Postgres target, Duration atMost) throws SQLException {
        String url = "jdbc:postgresql://" + target.host() + ":" + target.port() + "/" + target.database();
        return PostgresSignIn.ask(url, target.user(), secrets.named(target.passwordFrom()), atMost);
    }
}
