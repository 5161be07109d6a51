package dev.homelab.local.platform;

import dev.homelab.local.platform.GrantRefused.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one platform remembers of consents, codes and tokens, and the rules by which it hands them out. */
final class Grants {

    /** Everything as the state file keeps it. */
    record Saved(Lifetimes lifetimes, Rotation rotation, int refreshTokens, GrantBook.Saved book) {

        Saved {
            Objects.requireNonNull(lifetimes, "lifetimes");
            Objects.requireNonNull(rotation, "rotation");
            Objects.requireNonNull(book, "book");
        }
    }

    private static final int GOOGLES_REFRESH_TOKENS = 100;

    private final Clock clock;
    private final TokenText text;
    private GrantBook book = new GrantBook();
    private Lifetimes lifetimes;
    private Rotation rotation;
    private int refreshTokens;

    Grants(Platform platform, Clock clock) {
        this.clock = clock;
        this.text = TokenText.of(platform);
        this.lifetimes = Lifetimes.of(platform);
        this.rotation = Rotation.of(platform);
        this.refreshTokens = platform == Platform.GOOGLE ? GOOGLES_REFRESH_TOKENS : Integer.MAX_VALUE;
    }

    synchronized Saved saved() {
        book.tidy(clock.instant());
        return new Saved(lifetimes, rotation, refreshTokens, book.saved());
    }

    synchronized void restore(Saved saved) {
        lifetimes = saved.lifetimes();
        rotation = saved.rotation();
        refreshTokens = saved.refreshTokens();
        book = GrantBook.of(saved.book());
    }

    /** A code for what the account has allowed. */
    synchronized String allow(AuthorizationRequest request, Account account, List<String> scopes) {
        Instant now = clock.instant();
        book.tidy(now);
        boolean refreshable = switch (request.refreshable()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AT_FIRST_CONSENT -> !consented(account, now);
        };
        Grant grant = book.open(account, scopes, now);
        String code = text.code();
        String hash = Fingerprint.of(code);
        book.codes.put(hash, new GrantBook.Code(hash, request, grant, refreshable, now.plus(lifetimes.code())));
        return code;
    }

    private boolean consented(Account account, Instant now) {
        return book.grants.stream()
                .anyMatch(grant -> grant.account().id().equals(account.id()) && !grant.ended() && !over(grant, now));
    }

    private boolean over(Grant grant, Instant now) {
        Instant end = end(grant);
        return end != null && !now.isBefore(end);
    }

    /** When the grant's refresh tokens stop to work, whatever happens; null: never. */
    private @Nullable Instant end(Grant grant) {
        return Stream.of(Optional.ofNullable(lifetimes.grant()), Optional.ofNullable(lifetimes.testing()))
                .flatMap(Optional::stream)
                .min(Duration::compareTo)
                .map(grant.since()::plus)
                .orElse(null);
    }

    /** Tokens for a code, once; a code that comes again ends what it had given. */
    synchronized Issued redeem(String code, String redirectUri, @Nullable String verifier) throws GrantRefused {
        String hash = Fingerprint.of(code);
        Grant replayed = book.usedCodes.get(hash);
        if (replayed != null) {
            replayed.end();
        }
        GrantBook.Code found = book.codes.remove(hash);
        if (found == null
                || !clock.instant().isBefore(found.expires())
                || found.grant().ended()) {
            throw new GrantRefused(Reason.DEAD_CODE);
        }
        book.usedCodes.put(hash, found.grant());
        if (!found.request().redirectUri().equals(redirectUri)) {
            throw new GrantRefused(Reason.OTHER_REDIRECT);
        }
        Pkce.check(found.request().challenge(), verifier);
        String refreshToken = found.refreshable() ? freshRefreshToken(found.grant()) : null;
        return issue(found.grant(), refreshToken, found.request().nonce());
    }

    /** Tokens for a refresh token, which then stays or goes as the platform's {@link Rotation} says. */
    synchronized Issued refresh(String refreshToken) throws GrantRefused {
        Token token = book.tokens.get(Fingerprint.of(refreshToken));
        if (token == null || token.kind() != Token.Kind.REFRESH || !token.lives(clock.instant())) {
            if (token != null && token.spent() && rotation == Rotation.REPLACED_AND_GUARDED) {
                token.grant().end();
            }
            throw new GrantRefused(Reason.DEAD_REFRESH_TOKEN);
        }
        boolean replaced = rotation == Rotation.REPLACED || rotation == Rotation.REPLACED_AND_GUARDED;
        book.put(replaced ? token.spentNow() : token.usedUntil(idleUntil()));
        return issue(token.grant(), rotation == Rotation.STAYS ? null : freshRefreshToken(token.grant()), null);
    }

    private @Nullable Instant idleUntil() {
        Duration unused = lifetimes.unused();
        return unused == null ? null : clock.instant().plus(unused);
    }

    private Issued issue(Grant grant, @Nullable String refreshToken, @Nullable String nonce) {
        String accessToken = text.accessToken();
        Instant expires = clock.instant().plus(lifetimes.accessToken());
        book.put(new Token(Token.Kind.ACCESS, Fingerprint.of(accessToken), grant, expires, null, false));
        Duration life = lifetimes.grant();
        Duration left = life == null
                ? null
                : Duration.between(clock.instant(), grant.since().plus(life));
        return new Issued(grant, accessToken, lifetimes.accessToken(), refreshToken, left, nonce);
    }

    private String freshRefreshToken(Grant grant) {
        String refreshToken = text.refreshToken();
        String hash = Fingerprint.of(refreshToken);
        pushOut(grant.account());
        book.put(new Token(Token.Kind.REFRESH, hash, grant, end(grant), idleUntil(), false));
        return refreshToken;
    }

    /** Makes room for one more refresh token of the account: the oldest go without a word. */
    private void pushOut(Account account) {
        List<Token> living = livingTokens().stream()
                .filter(token -> token.kind() == Token.Kind.REFRESH)
                .filter(token -> token.grant().account().id().equals(account.id()))
                .toList();
        living.subList(0, Math.max(0, living.size() - refreshTokens + 1))
                .forEach(token -> book.tokens.remove(token.hash()));
    }

    /** The living access token with this text. */
    synchronized Optional<Token> accessToken(@Nullable String presented) {
        return find(presented).filter(token -> token.kind() == Token.Kind.ACCESS);
    }

    /** The living token, access or refresh, with this text. */
    synchronized Optional<Token> find(@Nullable String presented) {
        return Optional.ofNullable(presented)
                .map(secret -> book.tokens.get(Fingerprint.of(secret)))
                .filter(token -> token.lives(clock.instant()));
    }

    /** Ends every grant that fits; the account's next consent counts as its first again. */
    synchronized void end(Predicate<Grant> which) {
        book.grants.stream().filter(which).forEach(Grant::end);
    }

    synchronized void live(Lifetimes changed) {
        lifetimes = changed;
    }

    synchronized Lifetimes lifetimes() {
        return lifetimes;
    }

    synchronized void rotate(Rotation changed) {
        rotation = changed;
    }

    synchronized Rotation rotation() {
        return rotation;
    }

    synchronized void keepRefreshTokens(int most) {
        refreshTokens = most;
    }

    synchronized int refreshTokens() {
        return refreshTokens;
    }

    synchronized List<Grant> all() {
        return List.copyOf(book.grants);
    }

    synchronized List<Token> livingTokens() {
        Instant now = clock.instant();
        return book.tokens.values().stream().filter(token -> token.lives(now)).toList();
    }
}
