package dev.homelab.dashboard.check;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, and what its answer has to be. No secret stands in a target: where one is needed, {@code passwordFrom}
 * names the setting or secret file that has it, one of {@link SecretNames}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Target.Http.class, name = "http"),
    @JsonSubTypes.Type(value = Target.Tcp.class, name = "tcp"),
    @JsonSubTypes.Type(value = Target.Dns.class, name = "dns"),
    @JsonSubTypes.Type(value = Target.Postgres.class, name = "postgresql"),
    @JsonSubTypes.Type(value = Target.Redis.class, name = "redis"),
    @JsonSubTypes.Type(value = Target.S3.class, name = "s3"),
    @JsonSubTypes.Type(value = Target.Push.class, name = "push"),
    @JsonSubTypes.Type(value = Target.Container.class, name = "container"),
    @JsonSubTypes.Type(value = Target.Disk.class, name = "disk")
})
public sealed interface Target {

    /**
     * A page or an API, by GET.
     *
     * @param url http or https
     * @param statuses the good ones; none means 200 to 299
     * @param contains what the first megabyte of the body must contain; empty for anything
     * @param jsonPath where in the body {@code equal} must be; empty for nowhere
     * @param slowMillis an answer that takes longer is degraded; 0 for never
     * @param certificateDays a certificate that ends sooner is degraded; 0 for never
     */
    record Http(
            URI url,
            List<Integer> statuses,
            String contains,
            String jsonPath,
            String equal,
            int slowMillis,
            int certificateDays)
            implements Target {

        private static final int CERTIFICATE_DAYS = 14;

        public Http {
            statuses = List.copyOf(statuses);
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (!web || url.getHost() == null || url.getUserInfo() != null) {
                throw new InvalidCheck(Said.of("invalid.url", url));
            }
            if (statuses.stream().anyMatch(status -> status < 100 || status > 599)) {
                throw new InvalidCheck(Said.of("invalid.status"));
            }
            notNegative(slowMillis);
            notNegative(certificateDays);
        }

        /** From JSON, in which all but the address may be left out. */
        @JsonCreator
        static Http written(
                @JsonProperty("url") @Nullable URI url,
                @JsonProperty("statuses") @Nullable List<Integer> statuses,
                @JsonProperty("contains") @Nullable String contains,
                @JsonProperty("jsonPath") @Nullable String jsonPath,
                @JsonProperty("equal") @Nullable String equal,
                @JsonProperty("slowMillis") @Nullable Integer slowMillis,
                @JsonProperty("certificateDays") @Nullable Integer certificateDays) {
            return new Http(
                    required(url),
                    Objects.requireNonNullElse(statuses, List.of()),
                    Objects.requireNonNullElse(contains, ""),
                    Objects.requireNonNullElse(jsonPath, ""),
                    Objects.requireNonNullElse(equal, ""),
                    Objects.requireNonNullElse(slowMillis, 0),
                    Objects.requireNonNullElse(certificateDays, CERTIFICATE_DAYS));
        }

        public static Http of(URI url) {
            return new Http(url, List.of(), "", "", "", 0, CERTIFICATE_DAYS);
        }
    }

    /** Something that accepts connections. */
    record Tcp(String host, int port) implements Target {

        public Tcp {
            hostAndPort(host, port);
        }
    }

    /**
     * A name that DNS knows.
     *
     * @param server who is asked; empty for the system's own
     * @param expected an address that must be among its addresses; empty for any
     */
    record Dns(String name, String server, String expected) implements Target {

        public Dns {
            host(name);
            server = Objects.requireNonNullElse(server, "");
            expected = Objects.requireNonNullElse(expected, "");
            if (!server.isEmpty()) {
                host(server);
            }
        }
    }

    /** A PostgreSQL that lets {@code user} in and answers. */
    record Postgres(String host, int port, String database, String user, String passwordFrom) implements Target {

        public Postgres {
            hostAndPort(host, port);
            database = required(database);
            user = required(user);
            setting(passwordFrom);
        }
    }

    /** A Redis that answers PING. */
    record Redis(String host, int port, String passwordFrom) implements Target {

        public Redis {
            hostAndPort(host, port);
            setting(passwordFrom);
        }
    }

    /** An S3 server that takes a small object, gives it back and deletes it. */
    record S3(URI endpoint, String bucket, String userFrom, String passwordFrom) implements Target {

        public S3 {
            endpoint = required(endpoint);
            bucket = required(bucket);
            setting(userFrom);
            setting(passwordFrom);
        }
    }

    /**
     * A job that reports in.
     *
     * @param expectedEvery 10 s to 400 days
     * @param grace how much later is late, up to 30 days
     */
    record Push(Duration expectedEvery, Duration grace) implements Target {

        public Push {
            grace = Objects.requireNonNullElse(grace, Duration.ZERO);
            if (required(expectedEvery).compareTo(Duration.ofSeconds(10)) < 0
                    || expectedEvery.compareTo(Duration.ofDays(400)) > 0
                    || grace.isNegative()
                    || grace.compareTo(Duration.ofDays(30)) > 0) {
                throw new InvalidCheck(Said.of("invalid.push"));
            }
        }
    }

    /** A container that runs and, where it has a health check, is healthy. */
    record Container(String name) implements Target {

        public Container {
            if (!required(name).matches("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,127}")) {
                throw new InvalidCheck(Said.of("invalid.container"));
            }
        }
    }

    /**
     * Room on a disk of the machine that the dashboard runs on.
     *
     * @param folder any folder on that disk
     * @param percent below so much room it is degraded, below a third of it down
     */
    record Disk(String folder, int percent) implements Target {

        public Disk {
            folder = required(folder);
            if (percent < 1 || percent > 90) {
                throw new InvalidCheck(Said.of("invalid.percent"));
            }
        }
    }

    /** One of this system's own parts, which the dashboard knows how to ask; never in the page or a file. */
    record Own(Part part, String which) implements Target {

        /** Our own parts. */
        public enum Part {
            POSTGRESQL,
            REDIS,
            OBJECTS,
            DISCORD_BOT,
            STREAM_BOT,
            BACKUP,
            PROXY,
            DISCORD,
            DISCORD_ROOM,
            DISCORD_SETUP,
            LINKS,
            BACKUPS
        }
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new InvalidCheck(Said.of("invalid.incomplete"));
        }
        return value;
    }

    private static void hostAndPort(String host, int port) {
        host(host);
        if (port < 1 || port > 65_535) {
            throw new InvalidCheck(Said.of("invalid.port", port));
        }
    }

    private static void host(String host) {
        if (!required(host).matches("[A-Za-z0-9._:-]{1,253}")) {
            throw new InvalidCheck(Said.of("invalid.host", host));
        }
    }

    private static void setting(String name) {
        if (!required(name).matches("[A-Za-z0-9._-]{0,100}")) {
            throw new InvalidCheck(Said.of("invalid.setting-name", name));
        }
    }

    private static void notNegative(int number) {
        if (number < 0) {
            throw new InvalidCheck(Said.of("invalid.negative", number));
        }
    }
}
