package dev.homelab.streambot;

import static dev.homelab.streambot.SimulatedWorld.PLATFORMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.local.platform.Account;
import dev.homelab.local.platform.Endpoint;
import dev.homelab.local.platform.Lifetimes;
import dev.homelab.local.platform.Platform;
import dev.homelab.local.platform.RecordedRequest;
import dev.homelab.local.platform.Rotation;
import dev.homelab.local.server.Ports;
import dev.homelab.local.server.TestServers;
import dev.homelab.streambot.encryption.Keyset;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Three processes on one database, of which somebody kills one after the other while people sign in and link. */
@Order(1)
class ThreeInstancesTest {

    private static final int PEOPLE = 4;

    /** Three processes start at once, beside a build that takes the other core. */
    private static final Duration START = Duration.ofSeconds(150);

    /** People look at a page before they go on; without it they take the time that a start needs. */
    private static final Duration LOOKING = Duration.ofMillis(100);

    private static final Duration TOKEN_LIFE = Duration.ofSeconds(8);

    /** Below the lease of the processes, and above what two uses of a doubled renewal would lie apart. */
    private static final Duration DOUBLED_WITHIN = Duration.ofSeconds(3);

    private final Lifetimes usual = PLATFORMS.lifetimes(Platform.KICK);
    private final RoundRobin proxy = new RoundRobin();
    private final String database = TestServers.freshDatabase();
    private final String keyset = Keyset.fresh();
    private final List<StreamBotProcess> running = new ArrayList<>();
    private final AtomicInteger signedOut = new AtomicInteger();
    private final AtomicInteger usedTwice = new AtomicInteger();
    private final AtomicInteger journeys = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final Random random = new Random(42);

    /** Two cores do better with few at once. */
    private final Semaphore browsers = new Semaphore(2);

    @AfterEach
    void endAll() {
        running.forEach(StreamBotProcess::close);
        proxy.close();
        PLATFORMS.live(Platform.KICK, usual);
        PLATFORMS.rotate(Platform.KICK, Rotation.REPLACED_AND_GUARDED);
        SimulatedWorld.backToNormal();
    }

    @Test
    void losesNothingThatIsNotInFlightWhenInstancesAreKilled() throws InterruptedException {
        SimulatedWorld.backToNormal();
        PLATFORMS.live(Platform.KICK, PLATFORMS.lifetimes(Platform.KICK).withAccessToken(TOKEN_LIFE));
        for (int i = 0; i < 3; i++) {
            running.add(StreamBotProcess.start("three-instances", database, keyset));
        }
        running.forEach(this::letIn);
        killWhilePeopleComeAndGo(Rotation.FLEXIBLE, this::replaceOne);
        assertThat(dead()).as("grants lost where a reused token is tolerated").isZero();

        killWhilePeopleComeAndGo(Rotation.REPLACED_AND_GUARDED, this::killOne);
        assertThat(dead()).as("grants lost where reuse is punished").isLessThanOrEqualTo(PEOPLE);
        assertThat(sql("SELECT count(*) FROM connection WHERE broken_reason <> 'renewal-interrupted'"))
                .as("grants lost for another reason")
                .isZero();

        assertThat(failures.get()).as("journeys that failed").isLessThan(journeys.get());
        assertThat(usedTwice).as("states used twice").hasValue(0);
        assertThat(codesUsedTwice()).as("codes sent twice").isEmpty();
        assertThat(signedOut).as("people signed out by a restart").hasValue(0);
        assertThat(doubled()).as("renewals doubled").isEmpty();
    }

    private void killWhilePeopleComeAndGo(Rotation rotation, Runnable death) {
        PLATFORMS.rotate(Platform.KICK, rotation);
        AtomicBoolean open = new AtomicBoolean(true);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                String login = add("crowd-" + i + "-" + rotation.id());
                all.add(CompletableFuture.runAsync(() -> live(login, open), people));
            }
            try {
                awaitJourneys();
                death.run();
                awaitJourneys();
            } finally {
                open.set(false);
            }
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        }
        awaitRenewals();
    }

    private long dead() {
        return sql("SELECT count(*) FROM connection WHERE state = 'BROKEN'");
    }

    private void start() {
        StreamBotProcess process = StreamBotProcess.start("three-instances", database, keyset);
        running.add(process);
        letIn(process);
    }

    private void letIn(StreamBotProcess process) {
        await().atMost(START).until(() -> Ports.answers(process.port()));
        proxy.add(process.port());
    }

    private void awaitJourneys() {
        int before = journeys.get();
        await().atMost(Duration.ofSeconds(60)).until(() -> journeys.get() > before + PEOPLE);
    }

    private void replaceOne() {
        StreamBotProcess victim = killOne();
        start();
        proxy.remove(victim.port());
    }

    /** The proxy learns of a death by refused connections, as proxies do. */
    private StreamBotProcess killOne() {
        StreamBotProcess victim = running.remove(random.nextInt(running.size()));
        victim.kill();
        return victim;
    }

    private static String add(String login) {
        for (Platform platform : Platform.values()) {
            PLATFORMS.add(
                    new Account(platform, platform.id() + login, login, login, login + "@example.org", true, false));
        }
        return login;
    }

    private void live(String login, AtomicBoolean open) {
        Browser browser = new Browser(proxy.port());
        boolean signedIn = false;
        while (open.get()) {
            browsers.acquireUninterruptibly();
            try {
                if (!signedIn) {
                    signedIn = consentTwice(browser, browser.startSignIn(Platform.KICK), login);
                } else {
                    HttpResponse<String> page = browser.get("/connections");
                    if (page.statusCode() == 302) {
                        signedOut.incrementAndGet();
                        return;
                    }
                    consentTwice(browser, browser.startLink(Platform.TWITCH), login);
                }
                journeys.incrementAndGet();
            } catch (AssertionError | RuntimeException interrupted) {
                // A killed instance answers nothing; whoever sits in front of a browser tries again.
                failures.incrementAndGet();
            } finally {
                browsers.release();
                LockSupport.parkNanos(LOOKING.toNanos());
            }
        }
    }

    /** Comes back twice at once with the same state, at two instances; whether the present browser was let in. */
    private boolean consentTwice(Browser browser, String started, String login) {
        String callback = PLATFORMS.allow(started, login);
        Browser twin = new Browser(proxy.port());
        twin.cookies().putAll(new LinkedHashMap<>(browser.cookies()));
        CompletableFuture<Boolean> other =
                CompletableFuture.supplyAsync(() -> letIn(twin, callback), Thread::startVirtualThread);
        boolean own = letIn(browser, callback);
        boolean others = other.join();
        if (own && others) {
            usedTwice.incrementAndGet();
        }
        if (others) {
            browser.cookies().putAll(twin.cookies());
        }
        return own || others;
    }

    private static boolean letIn(Browser browser, String callback) {
        try {
            HttpResponse<String> answer = browser.get(callback);
            return answer.statusCode() == 302 && Browser.location(answer).equals("/connections");
        } catch (RuntimeException broken) {
            return false;
        }
    }

    /** Everybody's token is renewed once more, by whoever is left. */
    private void awaitRenewals() {
        Instant end = Instant.now(java.time.Clock.systemUTC());
        await().atMost(Duration.ofMinutes(2))
                .until(() -> sql("SELECT count(*) FROM connection WHERE platform = 'kick' AND state <> 'BROKEN'"
                                + " AND coalesce(refreshed_at, granted_at) < '" + end + "'")
                        == 0);
    }

    private long sql(String question) {
        return JdbcClient.create(new DriverManagerDataSource(
                        database,
                        TestServers.postgres().user(),
                        TestServers.postgres().password()))
                .sql(question)
                .query(Long.class)
                .single();
    }

    private static List<String> codesUsedTwice() {
        Map<String, Integer> uses = new HashMap<>();
        for (Platform platform : Platform.values()) {
            PLATFORMS.requests().to(platform, Endpoint.TOKEN).stream()
                    .map(request -> request.parameters().get("code"))
                    .filter(java.util.Objects::nonNull)
                    .forEach(code -> uses.merge(code, 1, Integer::sum));
        }
        return uses.entrySet().stream()
                .filter(use -> use.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Two uses of one refresh token so close together that no lease can have run out in between. */
    private static List<String> doubled() {
        Map<String, Instant> last = new HashMap<>();
        List<String> doubled = new ArrayList<>();
        for (RecordedRequest request : PLATFORMS.requests().to(Platform.KICK, Endpoint.TOKEN)) {
            String token = request.parameters().get("refresh_token");
            if (token != null) {
                Instant before = last.put(token, request.at());
                if (before != null && request.at().isBefore(before.plus(DOUBLED_WITHIN))) {
                    doubled.add(token);
                }
            }
        }
        return doubled;
    }
}
