package dev.homelab.dashboard.readiness;

import dev.homelab.dashboard.access.ApiTokens;
import dev.homelab.dashboard.access.ApiTokens.ApiToken;
import dev.homelab.dashboard.access.People;
import dev.homelab.dashboard.access.Person;
import dev.homelab.dashboard.access.PlaceSettings;
import dev.homelab.dashboard.access.Role;
import dev.homelab.dashboard.check.CheckSettings;
import dev.homelab.dashboard.docker.Containers;
import dev.homelab.dashboard.docker.DockerSettings;
import dev.homelab.dashboard.readiness.Item.Section;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** How the dashboard itself is set up. */
@Component
class SettingsInspector implements Inspector {

    private static final String NOBODY = "nobody";
    private static final int DAYS_AHEAD = 30;

    private final PlaceSettings place;
    private final CheckSettings checks;
    private final DockerSettings docker;
    private final Containers containers;
    private final People people;
    private final ApiTokens tokens;
    private final Clock clock;
    private final Environment environment;

    SettingsInspector(
            PlaceSettings place,
            CheckSettings checks,
            DockerSettings docker,
            Containers containers,
            People people,
            ApiTokens tokens,
            Clock clock,
            Environment environment) {
        this.place = place;
        this.checks = checks;
        this.docker = docker;
        this.containers = containers;
        this.people = people;
        this.tokens = tokens;
        this.clock = clock;
        this.environment = environment;
    }

    @Override
    public Section section() {
        return Section.SECURITY;
    }

    @Override
    public List<Item> inspect() {
        return Stream.of(https(), proxies(), admins(), tokens(), outside(), docker())
                .toList();
    }

    private Item https() {
        return place.url().startsWith("https:")
                ? Item.ok("https", Section.SECURITY, place.url())
                : Item.warn("https", Section.SECURITY, place.url());
    }

    /** Without them everybody seems to come from the proxy, and whoever guesses passwords locks all others out. */
    private Item proxies() {
        boolean set = !environment.getProperty("TRUSTED_PROXIES", NOBODY).equals(NOBODY);
        if (set) {
            return Item.ok("proxies", Section.SECURITY);
        }
        return place.url().startsWith("https:")
                ? Item.warn("proxies", Section.SECURITY)
                : Item.off("proxies", Section.SECURITY);
    }

    private Item admins() {
        long admins = people.all().stream()
                .filter(person -> person.role() == Role.ADMIN && !person.disabled())
                .map(Person::name)
                .count();
        return admins > 1 ? Item.ok("admins", Section.SECURITY, admins) : Item.warn("admins", Section.SECURITY, admins);
    }

    /** Whoever uses one is refused from then on, be it what tells of alerts. */
    private Item tokens() {
        Instant soon = clock.instant().plus(Duration.ofDays(DAYS_AHEAD));
        String ending = tokens.all().stream()
                .filter(token -> token.expiresAt().isBefore(soon))
                .map(ApiToken::name)
                .collect(Collectors.joining(", "));
        return ending.isEmpty()
                ? Item.ok("tokens", Section.SECURITY, DAYS_AHEAD)
                : Item.warn("tokens", Section.SECURITY, DAYS_AHEAD, ending);
    }

    private Item outside() {
        return checks.outside().isEmpty()
                ? Item.warn("outside", Section.NETWORK)
                : Item.ok("outside", Section.NETWORK, checks.outside());
    }

    private Item docker() {
        if (!docker.isConnected()) {
            return Item.off("docker", Section.MONITORING);
        }
        return containers
                .problem()
                .map(problem -> Item.fail("docker", Section.MONITORING, problem))
                .orElseGet(() ->
                        Item.ok("docker", Section.MONITORING, containers.all().size()));
    }
}
