package dev.homelab.bench;

import dev.homelab.bench.plain.PlainApplication;
import dev.homelab.local.demo.Console;
import dev.homelab.local.platform.Account;
import dev.homelab.local.platform.Platform;
import dev.homelab.local.platform.PlatformSimulator;
import dev.homelab.local.platform.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Sign-ins per second, against their statements alone and against what Spring gives by itself. */
final class LinkFlow {

    private static final int PEOPLE = 200;
    private static final int ROUNDS = 5;

    private final StreamStages stages;
    private final Console console;

    LinkFlow(StreamStages stages, Console console) {
        this.stages = stages;
        this.console = console;
    }

    /** Returns the last line. */
    String run(boolean quick) {
        Duration time = Duration.ofSeconds(quick ? 4 : 12);
        List<Compared> rounds = new ArrayList<>();
        try (PlatformSimulator platforms = PlatformSimulator.start(Settings.defaults());
                StreamStages.Stage stage = stages.open("stream_bot");
                StreamStages.Stage other = stages.open("plain")) {
            List<String> logins = people(platforms);
            StreamStages.Running service = startOurs(stage, platforms);
            StreamStages.Running defaults = startPlain(other, platforms);
            Visitors atOurs = new Visitors(platforms, service.port(), "/sign-in/kick", logins);
            Visitors atPlain = new Visitors(platforms, defaults.port(), "/oauth2/authorization/kick", logins);
            atOurs.comeFor(time);
            atPlain.comeFor(time);
            for (int number = 1; number <= ROUNDS; number++) {
                Compared round = compare(
                        () -> round(platforms, atOurs, time, stage, service),
                        () -> round(platforms, atPlain, time, other, defaults),
                        new LinkSql(stage).runFor(time),
                        number % 2 == 0);
                console.say("Round %d: %s".formatted(number, round));
                rounds.add(round);
            }
        }
        return String.format(
                Locale.ROOT,
                "link-flow flows_per_s=%.0f vs_sql=%.2f vs_spring_default=%.2f p99_ms=%.0f",
                median(rounds, round -> round.ours().perSecond()),
                median(rounds, round -> round.ours().perSecond() / round.sql()),
                median(rounds, round -> round.ours().perSecond() / round.plain().perSecond()),
                median(rounds, round -> round.ours().people().p99()));
    }

    /** One after the other, each first in every other round: a machine that gets slower or faster favours neither. */
    private static Compared compare(Supplier<Round> ours, Supplier<Round> plain, double sql, boolean plainFirst) {
        if (plainFirst) {
            Round first = plain.get();
            return new Compared(ours.get(), first, sql);
        }
        return new Compared(ours.get(), plain.get(), sql);
    }

    private record Compared(Round ours, Round plain, double sql) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "ours %s, Spring's defaults %s, the statements alone %.0f flows/s", ours, plain, sql);
        }
    }

    private record Round(Visitors.Served people, Shares spent) {

        double perSecond() {
            return people.perSecond();
        }

        private double each(double seconds) {
            return seconds * 1000 / people.flows();
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.0f flows/s (p99 %d ms; of processor each: service %.2f ms, PostgreSQL %.2f, simulator and load %.2f)",
                    perSecond(),
                    people.p99(),
                    each(spent.service()),
                    each(spent.postgres()),
                    each(spent.simulator()));
        }
    }

    /** What the simulator remembers of earlier rounds would slow it down. */
    private static Round round(
            PlatformSimulator platforms,
            Visitors visitors,
            Duration time,
            StreamStages.Stage stage,
            StreamStages.Running running) {
        platforms.accounts().forEach(account -> platforms.revoke(account.platform(), account.login()));
        platforms.requests().clear();
        Shares before = Shares.now(stage.database(), running.process());
        Visitors.Served people = visitors.comeFor(time);
        return new Round(people, Shares.now(stage.database(), running.process()).since(before));
    }

    private static double median(List<Compared> rounds, ToDoubleFunction<Compared> figure) {
        return rounds.stream().mapToDouble(figure).sorted().toArray()[rounds.size() / 2];
    }

    private static List<String> people(PlatformSimulator platforms) {
        return IntStream.range(0, PEOPLE)
                .mapToObj(i -> "visitor" + i)
                .peek(login -> platforms.add(new Account(
                        Platform.KICK,
                        Integer.toString(900_000 + Integer.parseInt(login.substring(7))),
                        login,
                        login,
                        login + "@example.org",
                        true,
                        false)))
                .toList();
    }

    private StreamStages.Running startOurs(StreamStages.Stage stage, PlatformSimulator platforms) {
        Map<String, String> settings = new HashMap<>(kick(platforms));
        int port = dev.homelab.local.server.Ports.free();
        settings.put("PUBLIC_URL", "http://localhost:" + port);
        settings.put("TOKEN_ENCRYPTION_KEYSET", new StormRows().keyset());
        for (String limit : List.of("SIGN_INS", "LINKS", "CALLBACKS")) {
            settings.put(limit + "_PER_MINUTE", "10000000");
        }
        return stages.startAt(stage, port, settings);
    }

    private StreamStages.Running startPlain(StreamStages.Stage stage, PlatformSimulator platforms) {
        var postgres = stage.postgres().address();
        Map<String, String> settings = new HashMap<>(kick(platforms));
        settings.put("SPRING_DATASOURCE_URL", postgres.jdbc(stage.name()));
        settings.put("SPRING_DATASOURCE_USERNAME", postgres.user());
        settings.put("SPRING_DATASOURCE_PASSWORD", postgres.password());
        settings.put("SPRING_THREADS_VIRTUAL_ENABLED", "true");
        settings.put("SPRING_SESSION_JDBC_INITIALIZESCHEMA", "always");
        settings.put("SPRING_SQL_INIT_MODE", "always");
        settings.put(
                "SPRING_SQL_INIT_SCHEMALOCATIONS",
                "classpath:org/springframework/security/oauth2/client/oauth2-client-schema-postgres.sql");
        settings.put("SERVER_ADDRESS", "127.0.0.1");
        return stages.startPlain(stage, PlainApplication.class, settings);
    }

    private static Map<String, String> kick(PlatformSimulator platforms) {
        String url = platforms.url(Platform.KICK);
        return Map.of(
                "KICK_CLIENT_ID", platforms.client(Platform.KICK).id(),
                "KICK_CLIENT_SECRET", platforms.client(Platform.KICK).secret(),
                "KICK_AUTHORIZATION_URL", url + "/oauth/authorize",
                "KICK_TOKEN_URL", url + "/oauth/token",
                "KICK_REVOCATION_URL", url + "/oauth/revoke",
                "KICK_API_URL", url + "/public/v1");
    }
}
