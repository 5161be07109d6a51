package dev.homelab.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.homelab.common.contract.BackupsApi;
import dev.homelab.common.contract.BackupsOverview;
import dev.homelab.common.contract.BackupsOverview.Backup;
import dev.homelab.local.server.Gate;
import dev.homelab.local.server.TestServers;
import dev.homelab.local.time.SettableClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** The whole worker, asked over HTTP as the dashboard asks it. */
@ExtendWith(OutputCaptureExtension.class)
class WorkerTest {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String FUTURE = "2099-01-01T00-00-00Z";
    private static final Duration AT_WORK = Duration.ofMinutes(2);
    private static final TestDatabase TICKETS = TestDatabase.filled();
    private static final TestDatabase STREAMS = TestDatabase.filled();

    @TempDir
    private Path folder;

    @TempDir
    private Path tools;

    private final TestBucket bucket = new TestBucket();
    private final Gate s3 = new Gate(TestServers.s3());
    private final HttpClient http = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init")
    private ConfigurableApplicationContext worker;

    @SuppressWarnings("NullAway.Init")
    private BackupsApi backups;

    private void start(String... settings) {
        stopWorker();
        worker = new SpringApplicationBuilder(BackupApplication.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("clock", SettableClock.create()))
                .run(Workshop.merged(Workshop.settings(TICKETS, STREAMS, bucket, folder), all(settings)));
        RestClient client = RestClient.builder()
                .baseUrl(address())
                .defaultHeader("Authorization", "Bearer " + TOKEN)
                .defaultStatusHandler(HttpStatusCode::isError, (request, answer) -> {
                    throw new Refused(answer.getStatusCode().value());
                })
                .build();
        backups = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build()
                .createClient(BackupsApi.class);
    }

    private String[] all(String... settings) {
        return Workshop.merged(
                List.of(
                        "--MINIO_ENDPOINT=" + s3.address().http(),
                        "--INTERNAL_TOKEN_DASHBOARD=" + TOKEN,
                        "--BACKUP_PORT=0",
                        "--homelab.backup.schedule.look=100ms"),
                settings);
    }

    @AfterEach
    void stop() {
        stopWorker();
        s3.close();
        http.close();
    }

    @Test
    void backsUpAndProvesWhenItIsAsked(CapturedOutput output) throws Exception {
        start("--BACKUP_SETTLE=1h");
        awaitKnown();
        assertThat(overview().backups()).isEmpty();
        backups.backUp();
        Backup made = awaitVerified();

        assertThat(made.problem()).isNull();
        assertThat(made.bytes()).isPositive();
        assertThat(made.restoreSeconds()).isPositive();
        assertThat(overview().next()).isAfter(made.at());
        assertThat(metrics())
                .contains("homelab_backup_runs_total{kind=\"backup\",outcome=\"done\"} 1.0")
                .contains("homelab_backup_runs_total{kind=\"drill\",outcome=\"done\"} 1.0")
                .contains("homelab_backup_newest_verified_age_seconds ")
                .doesNotContain("homelab_backup_newest_verified_age_seconds +Inf");
        assertThat(output.getAll()).doesNotContain(TOKEN, "PGPASSWORD", "homelab-test-secret");
    }

    @Test
    void doesOneThingAtATime() {
        start(
                "--BACKUP_SETTLE=1h",
                FakeTools.withDump(tools, "while [ ! -e " + tools + "/go ]; do sleep 0.1; done; real \"$@\""));
        awaitKnown();
        backups.backUp();
        await().untilAsserted(() -> assertThat(overview().underWay()).isEqualTo("dumping discord_bot"));

        assertRefused(409, backups::backUp);
        assertThat(tools.resolve("go").toFile().mkdir()).isTrue();
        awaitVerified();
    }

    @Test
    void drillsWhatThereIsAndNothingElse() throws Exception {
        start("--BACKUP_SETTLE=1h");
        awaitKnown();
        backups.backUp();
        Backup made = awaitVerified();
        bucket.remove(made.id() + "/stream_bot.dump");
        backups.drill(made.id());

        await().until(() -> newest().problem() != null);
        assertThat(newest().problem()).isEqualTo("the dump of stream_bot is missing in S3");
        assertThat(newest().verifiedAt()).isEqualTo(made.verifiedAt());
        assertThat(metrics()).contains("homelab_backup_newest_verified_age_seconds +Inf");
        for (String unknown : List.of("2020-01-01T00-00-00Z", "newest", "a".repeat(500))) {
            assertRefused(404, () -> backups.drill(unknown));
        }
        for (String hostile : List.of("x'%20OR%20'1'='1", "..%2f..%2fx", "%00", "..%252f..", "%2e%2e")) {
            assertThat(post("/internal/v1/backups/" + hostile + "/drill", TOKEN))
                    .isBetween(400, 404);
        }
    }

    @Test
    void nobodyElseIsLetIn() throws Exception {
        start("--BACKUP_SETTLE=1h");
        assertThat(post("/internal/v1/backups", "another-token-of-enough-length-123"))
                .isEqualTo(401);
        assertThat(get("/internal/v1/backups/x").statusCode()).isEqualTo(401);
        assertThat(get("/").statusCode()).isEqualTo(403);
        assertThat(get("/livez").statusCode()).isEqualTo(200);
        await().until(() -> get("/readyz").statusCode() == 200);
    }

    @Test
    void saysWhyABackupWasNotMade() {
        start("--BACKUP_SETTLE=1h", FakeTools.withDump(tools, "echo no luck >&2; exit 1"));
        awaitKnown();
        backups.backUp();

        await().until(() -> !overview().backups().isEmpty());
        assertThat(newest().problem()).isEqualTo("it was not made: pg_dump ended with exit code 1: no luck");
        assertThat(newest().verifiedAt()).isNull();
    }

    @Test
    void theFirstIsMadeByItselfAndTheNextOnlyWhenItIsDue() {
        start("--BACKUP_SETTLE=1s");
        Backup first = awaitVerified();
        start("--BACKUP_SETTLE=0s");
        awaitKnown();

        assertThat(overview().backups()).extracting(Backup::id).containsExactly(first.id());
        assertThat(overview().underWay()).isNull();
        worker.getBean(SettableClock.class).advance(Duration.ofHours(24));
        await().atMost(AT_WORK).until(() -> overview().backups().size() == 2 && newest().verifiedAt() != null);
    }

    @Test
    void aBackupOfTheFutureHoldsUpNoneOfTodayAndSilencesNoAlert() throws Exception {
        bucket.write(
                FUTURE + "/manifest.json",
                ("{\"format\":1,\"id\":\"" + FUTURE
                                + "\",\"seconds\":1,\"encrypted\":false,\"tool\":\"17.6\",\"databases\":[]}")
                        .getBytes(StandardCharsets.UTF_8));
        bucket.write(FUTURE + "/verification.json", """
                {"lookedAt":"2099-01-01T00:00:00Z","verifiedAt":"2099-01-01T00:00:00Z","restoreSeconds":1}
                """.getBytes(StandardCharsets.UTF_8));
        start("--BACKUP_SETTLE=1h");
        awaitKnown();
        assertThat(newest().id()).isEqualTo(FUTURE);
        assertThat(overview().next()).isBefore(Instant.now(Clock.systemUTC()).plus(Duration.ofHours(2)));
        assertThat(metrics()).contains("homelab_backup_newest_verified_age_seconds +Inf");
    }

    @Test
    void isNotReadyWhileS3IsAwayAndComesBack() throws Exception {
        start("--BACKUP_SETTLE=1h");
        awaitKnown();
        s3.shut();
        backups.backUp();
        await().until(() -> get("/readyz").statusCode() == 503);
        assertThat(get("/livez").statusCode()).isEqualTo(200);

        s3.open();
        await().until(() -> get("/readyz").statusCode() == 200);
    }

    private BackupsOverview overview() {
        return backups.overview();
    }

    private Backup newest() {
        return overview().backups().getFirst();
    }

    private void awaitKnown() {
        await().until(() -> get("/readyz").statusCode() == 200 && overview().underWay() == null);
    }

    private Backup awaitVerified() {
        await().atMost(AT_WORK).until(() -> {
            BackupsOverview now = get("/readyz").statusCode() == 200 ? overview() : null;
            return now != null
                    && now.underWay() == null
                    && !now.backups().isEmpty()
                    && now.backups().getFirst().verifiedAt() != null;
        });
        return newest();
    }

    private static void assertRefused(int status, Runnable asked) {
        assertThatThrownBy(asked::run).isInstanceOf(Refused.class).hasMessage("answered with " + status);
    }

    private String address() {
        return "http://localhost:" + worker.getEnvironment().getProperty("local.server.port");
    }

    private String metrics() throws Exception {
        return get("/actuator/prometheus").body();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(address() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private int post(String path, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + path))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private void stopWorker() {
        if (worker != null) {
            worker.close();
        }
    }

    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(int status) {
            super("answered with " + status);
        }
    }
}
