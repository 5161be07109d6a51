package dev.homelab.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.homelab.dashboard.BehindAGate;
import dev.homelab.dashboard.audit.Audit;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Many who try at once. */
class PasswordSignInTest extends BehindAGate {

    private final MockMvcTester browser;
    private final People people;
    private final Lockouts lockouts;
    private final Audit audit;

    @Autowired
    PasswordSignInTest(MockMvcTester browser, People people, Lockouts lockouts, Audit audit) {
        this.browser = browser;
        this.people = people;
        this.lockouts = lockouts;
        this.audit = audit;
    }

    @Test
    void looksAtNoMorePasswordsOfABurstThanOfGuessesInARow() throws InterruptedException, ExecutionException {
        SlowPasswords quick = new SlowPasswords();
        quick.close();
        PasswordSignIn signIn = new PasswordSignIn(people, lockouts, quick, audit);

        List<Class<?>> answers =
                allAtOnce(40, _ -> outcome(signIn, "burst", "192.0.2.1").getClass());

        assertThat(answers).filteredOn(BadCredentialsException.class::equals).hasSize(5);
        assertThat(answers).filteredOn(LockedException.class::equals).hasSize(35);
    }

    @Test
    void letsSomebodyInAgainAndAgainFromManyPlacesAtOnce() throws InterruptedException, ExecutionException {
        for (int round = 0; round < 6; round++) {
            assertThat(allAtOnce(4, _ -> signInAtLast())).containsOnly("/");
        }
    }

    /** Whoever would wait for long, as on a busy machine, is to try again; nobody is told that it was wrong. */
    private String signInAtLast() {
        Instant end = Instant.now(Clock.systemUTC()).plusSeconds(60);
        String answer = signIn("admin", PASSWORD);
        while (answer.equals("/sign-in?wait") && Instant.now(Clock.systemUTC()).isBefore(end)) {
            answer = signIn("admin", PASSWORD);
        }
        return answer;
    }

    @Test
    void looksAtFewPasswordsAtOnceAndSendsThoseAwayWhoWouldWaitForLong() {
        SlowPasswords slow = new SlowPasswords();
        PasswordSignIn signIn = new PasswordSignIn(people, lockouts, slow, audit);
        AtomicInteger sentAway = new AtomicInteger();
        int most = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor();
                slow) {
            for (int i = 0; i < most + 10; i++) {
                String name = "crowd-" + i;
                crowd.execute(() -> {
                    if (outcome(signIn, name, "of " + name) instanceof LockedException) {
                        sentAway.incrementAndGet();
                    }
                });
            }
            await().atMost(SOON).until(() -> slow.underWay.get() == most);
            await().atMost(SOON).untilAsserted(() -> assertThat(sentAway).hasValue(10));
            assertThat(slow.underWay).hasValue(most);
        }
        assertThat(outcome(signIn, "crowd-0", "of crowd-0")).isInstanceOf(BadCredentialsException.class);
    }

    private static AuthenticationException outcome(PasswordSignIn signIn, String name, String address) {
        UsernamePasswordAuthenticationToken wish = UsernamePasswordAuthenticationToken.unauthenticated(name, "wrong");
        wish.setDetails(new WebAuthenticationDetails(address, null));
        try {
            throw new AssertionError("let in: " + signIn.authenticate(wish));
        } catch (AuthenticationException e) {
            return e;
        }
    }

    private interface Guess<T> {
        T answer(int number);
    }

    private static <T> List<T> allAtOnce(int many, Guess<T> guess) throws InterruptedException, ExecutionException {
        CountDownLatch ready = new CountDownLatch(many);
        List<Callable<T>> all = IntStream.range(0, many)
                .<Callable<T>>mapToObj(number -> () -> {
                    ready.countDown();
                    ready.await();
                    return guess.answer(number);
                })
                .toList();
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> answers = crowd.invokeAll(all);
            return answers.stream().map(Future::resultNow).toList();
        }
    }

    private String signIn(String name, String password) {
        return Objects.requireNonNull(browser.post()
                .uri("/sign-in")
                .param("username", name)
                .param("password", password)
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr("192.0.2." + name.length());
                    return request;
                })
                .exchange()
                .getResponse()
                .getRedirectedUrl());
    }

    /** Takes as long as the test wants. */
    private static final class SlowPasswords implements PasswordEncoder, AutoCloseable {

        private final AtomicInteger underWay = new AtomicInteger();
        private final CountDownLatch goOn = new CountDownLatch(1);

        @Override
        public void close() {
            goOn.countDown();
        }

        @Override
        public String encode(@Nullable CharSequence password) {
            return "slow";
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            underWay.incrementAndGet();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            underWay.decrementAndGet();
            return false;
        }
    }
}
