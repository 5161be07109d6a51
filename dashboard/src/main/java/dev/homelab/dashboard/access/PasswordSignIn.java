package dev.homelab.dashboard.access;

import dev.homelab.dashboard.audit.Audit;
import dev.homelab.dashboard.check.Said;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Name and password. A name that nobody has costs as much time as one with a wrong password. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private static final int LONGEST_NAME = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final People people;
    private final Lockouts lockouts;
    private final PasswordEncoder passwords;
    private final Audit audit;
    private final String nobodys;

    /** Hashing takes a processor for itself, and half of them are left to everything else. */
    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    PasswordSignIn(People people, Lockouts lockouts, PasswordEncoder passwords, Audit audit) {
        this.people = people;
        this.lockouts = lockouts;
        this.passwords = passwords;
        this.audit = audit;
        this.nobodys = passwords.encode(UUID.randomUUID().toString());
    }

    @Override
    public Authentication authenticate(Authentication wish) {
        String name = wish.getName();
        String address = wish.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        Duration wait = lockouts.begin(name, address);
        if (wait.isPositive()) {
            throw new LockedException("wait " + wait.toSeconds());
        }
        try {
            return admitted(wish, name, address);
        } finally {
            lockouts.end(name, address);
        }
    }

    private Authentication admitted(Authentication wish, String name, String address) {
        Optional<Person> person = known(name);
        String hash = person.map(Person::password).orElse(nobodys);
        boolean matches = matches(String.valueOf(wish.getCredentials()), hash);
        boolean mayEnter = person.filter(known -> known.password() != null && !known.disabled())
                .isPresent();
        if (!matches || !mayEnter) {
            lockouts.failed(name, address);
            audit.note(shortened(name), Said.of("audit.sign-in-failed"));
            throw new BadCredentialsException("wrong");
        }
        lockouts.succeeded(name, address);
        Person known = person.orElseThrow();
        audit.note(known.name(), Said.of("audit.signed-in"));
        return signedIn(known.me(), wish.getDetails());
    }

    /** Whoever would wait for long is sent away, so that a crowd of strangers makes no queue without end. */
    private boolean matches(String password, String hash) {
        try {
            if (!turns.tryAcquire(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new LockedException("too many at once");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LockedException("interrupted", e);
        }
        try {
            return passwords.matches(password, hash);
        } finally {
            turns.release();
        }
    }

    /** Strangers write here. */
    private static String shortened(String name) {
        return name.substring(0, Math.min(LONGEST_NAME, name.length())).replace("\0", "");
    }

    private Optional<Person> known(String name) {
        try {
            return people.named(name);
        } catch (DataAccessException | TransactionException e) {
            throw new AuthenticationServiceException("PostgreSQL is away", e);
        }
    }

    static Authentication signedIn(Me me, @Nullable Object details) {
        var token = UsernamePasswordAuthenticationToken.authenticated(me, null, me.getAuthorities());
        token.setDetails(details);
        return token;
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
