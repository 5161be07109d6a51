package dev.homelab.dashboard.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.dashboard.check.Catalogue;
import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Finding;
import dev.homelab.dashboard.check.Health;
import dev.homelab.dashboard.check.Target;
import dev.homelab.local.time.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** Against a stand-in that answers as an Engine does; a real one was tried by hand. */
class DockerTest {

    private final EngineDouble docker = new EngineDouble();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final SettableClock clock = SettableClock.create();
    private DockerEngine engine;
    private Containers containers;
    private ContainerChecks checks;

    @BeforeEach
    void start() {
        context.registerBean(RestClient.Builder.class, () -> RestClient.builder());
        context.registerBean(DockerSettings.class, () -> new DockerSettings(docker.url(), "homelab"));
        context.registerBean(JsonMapper.class, JsonMapper::shared);
        context.registerBean(Clock.class, () -> clock);
        context.register(Catalogue.class, DockerEngine.class, Containers.class, ContainerChecks.class, Restarts.class);
        context.refresh();
        engine = context.getBean(DockerEngine.class);
        containers = context.getBean(Containers.class);
        checks = context.getBean(ContainerChecks.class);
        docker.has("redis", EngineDouble.running());
    }

    @AfterEach
    void stop() {
        context.close();
        docker.close();
    }

    private Finding asked(String service) throws InterruptedException {
        return checks.ask(new Target.Container("homelab-" + service + "-1"), Duration.ofSeconds(5));
    }

    @Test
    void speaksTheNewestVersionThatBothKnowAndOnlyReads() {
        assertThat(engine.containers().get(0).path("Id").asString()).isEqualTo("redis");
        assertThat(docker.asked()).containsExactly("GET /_ping", "GET /v1.47/containers/json");
    }

    @Test
    void speaksTheOlderVersionOfAnOlderEngine() {
        docker.speaks("1.43");
        engine.inspect("redis");
        assertThat(docker.asked()).containsExactly("GET /_ping", "GET /v1.43/containers/redis/json");
    }

    @Test
    void tellsWhatAContainerThatEndedOrFailsIsTo() throws InterruptedException {
        docker.has("caddy", EngineDouble.unhealthy("connection refused"));
        docker.has("discord-bot", EngineDouble.exited(137));
        docker.has("stream-bot", EngineDouble.killedForMemory());
        docker.has("backup", EngineDouble.exited(0));
        docker.hasOneShot("volume-owner", EngineDouble.exited(0));
        docker.hasOneShot("migration", EngineDouble.exited(1));
        docker.has("grafana", EngineDouble.created());
        docker.has("loki", EngineDouble.failedToStart("port is already allocated"));
        containers.readAnew();

        assertThat(asked("redis")).isEqualTo(Finding.up("container.up", 2));
        assertThat(asked("caddy")).isEqualTo(Finding.down("container.unhealthy"));
        assertThat(asked("discord-bot")).isEqualTo(Finding.down("container.ended", "exited", 137));
        assertThat(asked("stream-bot")).isEqualTo(Finding.down("container.memory"));
        assertThat(asked("backup")).isEqualTo(Finding.down("container.ended", "exited", 0));
        assertThat(asked("volume-owner")).isEqualTo(Finding.up("container.done"));
        assertThat(asked("migration")).isEqualTo(Finding.down("container.ended", "exited", 1));
        assertThat(asked("grafana")).isEqualTo(Finding.unknown("container.created"));
        assertThat(asked("loki")).isEqualTo(Finding.down("container.ended", "created", 128));
        assertThat(containers.named("caddy").orElseThrow().complaint()).isEqualTo("connection refused");
        assertThat(containers.named("loki").orElseThrow().complaint()).isEqualTo("port is already allocated");
    }

    @Test
    void looksAtAContainerAnewEachTime() throws InterruptedException {
        containers.readAnew();
        docker.has("redis", EngineDouble.exited(137));
        assertThat(asked("redis")).isEqualTo(Finding.down("container.ended", "exited", 137));
    }

    @Test
    void callsAContainerDegradedThatFallsOverAndOverThoughItRunsWheneverItIsLookedAt() throws InterruptedException {
        containers.readAnew();
        assertThat(asked("redis")).isEqualTo(Finding.up("container.up", 2));
        for (int restarts = 3; restarts < 5; restarts++) {
            clock.advance(Duration.ofMinutes(1));
            docker.restart();
            assertThat(asked("redis")).isEqualTo(Finding.up("container.up", restarts));
        }
        docker.restart();
        assertThat(asked("redis")).isEqualTo(Finding.degraded("container.loops", 5L));
        docker.has("redis", EngineDouble.exited(1));
        assertThat(asked("redis")).isEqualTo(Finding.down("container.ended", "exited", 1));
        docker.has("redis", EngineDouble.running());

        clock.advance(Restarts.OF_LATE);
        assertThat(asked("redis")).isEqualTo(Finding.up("container.up", 5));
        docker.restart();
        assertThat(asked("redis")).isEqualTo(Finding.up("container.up", 6));
    }

    @Test
    void callsAContainerDownThatIsGoneOnceTheListIsWithoutItToo() throws InterruptedException {
        containers.readAnew();
        docker.vanishes("redis");
        assertThat(asked("redis")).isEqualTo(Finding.unknown("container.none", "homelab-redis-1"));
        containers.readAnew();
        assertThat(asked("redis")).isEqualTo(Finding.down("container.none", "homelab-redis-1"));
    }

    @Test
    void saysNothingOfContainersWhileDockerDoesNotAnswer() throws InterruptedException {
        assertThat(asked("redis").health()).isEqualTo(Health.UNKNOWN);
        containers.readAnew();
        docker.isAway(true);
        assertThat(asked("redis")).isEqualTo(Finding.unknown("container.untold"));
        containers.readAnew();
        assertThat(containers.problem()).isPresent();
        assertThat(containers.all()).hasSize(1);
    }

    @Test
    void callsNoContainerDownBecauseDockerHangs() throws InterruptedException {
        containers.readAnew();
        docker.hangs();
        assertThat(checks.ask(new Target.Container("homelab-redis-1"), Duration.ofSeconds(1)))
                .isEqualTo(Finding.unknown("container.untold"));
    }

    @Test
    void knowsAllOthersThoughOneVanishesWhileTheyAreRead() {
        docker.has("caddy", EngineDouble.running());
        docker.vanishes("caddy");
        containers.readAnew();
        assertThat(containers.all()).extracting(Container::service).containsExactly("redis");
        assertThat(containers.problem()).isEmpty();
    }

    @Test
    void countsAsDockerItselfDoes() {
        containers.readAnew();
        containers.measureAnew();
        Figures figures = containers.figures(containers.named("redis").orElseThrow());
        assertThat(figures.cpuPercent()).isEqualTo(20.0);
        assertThat(figures.memoryBytes()).isEqualTo(50L * 1024 * 1024);
        assertThat(of(EngineDouble.STATS.replace("\"inactive_file\"", "\"total_inactive_file\""))
                        .memoryBytes())
                .isEqualTo(50L * 1024 * 1024);
        assertThat(of("{\"cpu_stats\":{\"cpu_usage\":{\"total_usage\":0}},\"memory_stats\":{}}"))
                .isEqualTo(Figures.NONE);
    }

    private static Figures of(String stats) {
        return Figures.of(JsonMapper.shared().readTree(stats));
    }

    @Test
    void asksForFiguresApartFromStates() {
        containers.readAnew();
        assertThat(docker.asked()).noneMatch(call -> call.endsWith("/stats"));
    }

    @Test
    void needsOurCheckOfWhatRunsInAContainer() throws IOException {
        docker.has("discord-bot-db", EngineDouble.running());
        containers.readAnew();
        assertThat(context.getBean(Catalogue.class)
                        .find(new CheckId("container-homelab-discord-bot-db-1"))
                        .orElseThrow()
                        .needs())
                .isEqualTo(Set.of(new CheckId("postgresql")));
        List<String> compose = Files.readAllLines(Path.of("../docker-compose.yml"));
        assertThat(Counterparts.CHECKS.keySet()).allMatch(service -> compose.contains("  " + service + ":"));
    }
}
