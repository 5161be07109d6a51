package dev.homelab.dashboard.check.probe;

import dev.homelab.dashboard.check.Finding;
import dev.homelab.dashboard.check.Prober;
import dev.homelab.dashboard.check.Target;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
        String database = URLEncoder.encode(target.database(), StandardCharsets.UTF_8); // or it could set the driver up
        String url = "jdbc:postgresql://" + target.host() + ":" + target.port() + "/" + database;
        return PostgresSignIn.ask(url, target.user(), secrets.named(target.passwordFrom()), atMost);
    }
}
