package dev.homelab.backup.postgres;

import dev.homelab.common.secret.Secret;
import dev.homelab.common.startup.InvalidSetting;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is backed up.
 *
 * @param user who dumps whatever names nobody else; it needs to read only, as a member of {@code pg_read_all_data} does
 * @param databases by the name that each has in a backup; one without an address is left out
 * @param scratch where backups are restored to be compared; without an address the server of the first database
 */
@ConfigurationProperties("homelab.backup")
public record DatabaseSettings(
        String user, Secret password, @DefaultValue Map<String, Source> databases, Scratch scratch) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,29}");
    private static final Pattern ADDRESS = Pattern.compile("jdbc:postgresql://[^/,?@]+/[^/?#]+(\\?(?!.*password=).*)?");

    public DatabaseSettings {
        databases = databases.entrySet().stream()
                .filter(entry -> !entry.getValue().url().isBlank())
                .sorted(Map.Entry.comparingByKey())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
        if (databases.isEmpty()) {
            throw new InvalidSetting("DISCORD_BOT_DB_URL", "is empty, as are all others", "name a database to back up");
        }
        databases.forEach((name, source) -> check(name, source.url()));
    }

    /** A database; without a user of its own it is dumped by the one for all. */
    public record Source(
            String url, @Nullable String user, @Nullable Secret password) {}

    /** A server with a role that may create databases. */
    public record Scratch(String url, String user, Secret password) {}

    private static void check(String name, String url) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidSetting(
                    "homelab.backup.databases", "has the name " + name, "use small letters, digits and _, at most 30");
        }
        if (!ADDRESS.matcher(url).matches()) {
            throw new InvalidSetting(
                    "The address of the database " + name,
                    "is not of the form jdbc:postgresql://host:port/database, without a password",
                    "set it like that, as " + name.toUpperCase(Locale.ROOT) + "_DB_URL for our own");
        }
    }

    /** Who dumps each database, by its name in a backup. */
    public Map<String, Login> logins() {
        Map<String, Login> logins = new LinkedHashMap<>();
        databases.forEach((name, source) -> logins.put(name, login(source)));
        return logins;
    }

    private Login login(Source source) {
        return source.user() == null
                ? new Login(source.url(), user, password)
                : new Login(source.url(), source.user(), source.password() == null ? password : source.password());
    }

    /** Who restores on the scratch server. */
    public Login scratchLogin() {
        String url = scratch.url().isBlank()
                ? logins().values().iterator().next().at("postgres").url()
                : scratch.url();
        return scratch.user().isBlank()
                ? new Login(url, user, password)
                : new Login(url, scratch.user(), scratch.password());
    }
}
