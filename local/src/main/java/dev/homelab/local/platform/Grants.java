package dev.homelab.local.platform;

import dev.homelab.local.platform.GrantRefused.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What one platform remembers of consents, codes and tokens; all secrets by their hash. */
final class Grants {

    private record Code(AuthorizationRequest request, Grant grant, boolean refreshable, Instant expires) {}

    private final Clock clock;
    private final TokenText text;
    private final List<Grant> grants = new ArrayList<>();
    private final Map<String, Code> codes = new LinkedHashMap<>();
    private final Map<String, Grant> usedCodes = new LinkedHashMap<>();
    private final Map<String, Token> tokens = new LinkedHashMap<>();
    private final Set<String> consented = new HashSet<>();
    private Lifetimes lifetimes;
    private Rotation rotation;

    Grants(Platform platform, Clock clock) {
        this.clock = clock;
        this.text = TokenText.of(platform);
        this.lifetimes = Lifetimes.of(platform);
        this.rotation = Rotation.of(platform);
    }

    /** A code for what the account has allowed. */
    synchronized String allow(AuthorizationRequest request, Account account, List<String> scopes) {
        Grant grant = new Grant(grants.size() + 1, account, scopes, clock.instant());
        boolean first = consented.add(account.id());
        boolean refreshable = switch (request.refreshable()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AT_FIRST_CONSENT -> first;
        };
        String code = text.code();
        grants.add(grant);
        codes.put(
                Fingerprint.of(code),
                new Code(request, grant, refreshable, clock.instant().plus(lifetimes.code())));
        return code;
    }

    /** Tokens for a code, once; a code that comes again ends what it had given. */
    synchronized Issued redeem(String code, String redirectUri, @Nullable String verifier) throws GrantRefused {
        String hash = Fingerprint.of(code);
        Grant replayed = usedCodes.get(hash);
        if (replayed != null) {
            replayed.end();
        }
        Code found = codes.remove(hash);
        if (found == null
                || !clock.instant().isBefore(found.expires())
                || found.grant().ended()) {
            throw new GrantRefused(Reason.DEAD_CODE);
        }
        usedCodes.put(hash, found.grant());
        if (!found.request().redirectUri().equals(redirectUri)) {
            throw new GrantRefused(Reason.OTHER_REDIRECT);
        }
        checkVerifier(found.request().challenge(), verifier);
        String refreshToken = found.refreshable() ? freshRefreshToken(found.grant()) : null;
        return issue(found.grant(), refreshToken, found.request().nonce());
    }

    private static void checkVerifier(@Nullable String challenge, @Nullable String verifier) throws GrantRefused {
        if (challenge == null) {
            return;
        }
        if (verifier == null) {
            throw new GrantRefused(Reason.VERIFIER_MISSING);
        }
        String hashed = Base64.getUrlEncoder().withoutPadding().encodeToString(Fingerprint.sha256(verifier));
        if (!hashed.equals(challenge)) {
            throw new GrantRefused(Reason.VERIFIER_WRONG);
        }
    }

    /** Tokens for a refresh token, which then stays or goes as the platform's {@link Rotation} says. */
    synchronized Issued refresh(String refreshToken) throws GrantRefused {
        Token token = tokens.get(Fingerprint.of(refreshToken));
        if (token == null || token.kind() != Token.Kind.REFRESH || !token.lives(clock.instant())) {
            if (token != null && token.spent() && rotation == Rotation.REPLACED_AND_GUARDED) {
                token.grant().end();
            }
            throw new GrantRefused(Reason.DEAD_REFRESH_TOKEN);
        }
        return switch (rotation) {
            case STAYS -> issue(token.grant(), null, null);
            case FLEXIBLE -> issue(token.grant(), freshRefreshToken(token.grant()), null);
            case REPLACED, REPLACED_AND_GUARDED -> {
                tokens.put(token.hash(), token.spentNow());
                yield issue(token.grant(), freshRefreshToken(token.grant()), null);
            }
        };
    }

    private Issued issue(Grant grant, @Nullable String refreshToken, @Nullable String nonce) {
        String accessToken = text.accessToken();
        keep(Token.Kind.ACCESS, accessToken, grant, clock.instant().plus(lifetimes.accessToken()));
        return new Issued(grant, accessToken, lifetimes.accessToken(), refreshToken, nonce);
    }

    private String freshRefreshToken(Grant grant) {
        String refreshToken = text.refreshToken();
        Duration life = lifetimes.grant();
        keep(
                Token.Kind.REFRESH,
                refreshToken,
                grant,
                life == null ? null : grant.since().plus(life));
        return refreshToken;
    }

    private void keep(Token.Kind kind, String secret, Grant grant, @Nullable Instant expires) {
        String hash = Fingerprint.of(secret);
        tokens.put(hash, new Token(kind, hash, grant, expires, false));
    }

    /** The living access token with this text. */
    synchronized Optional<Token> accessToken(@Nullable String presented) {
        return find(presented).filter(token -> token.kind() == Token.Kind.ACCESS);
    }

    /** The living token, access or refresh, with this text. */
    synchronized Optional<Token> find(@Nullable String presented) {
        return Optional.ofNullable(presented)
                .map(secret -> tokens.get(Fingerprint.of(secret)))
                .filter(token -> token.lives(clock.instant()));
    }

    /** Ends every grant that fits; the account's next consent counts as its first again. */
    synchronized int end(Predicate<Grant> which) {
        List<Grant> ending =
                grants.stream().filter(which).filter(grant -> !grant.ended()).toList();
        ending.forEach(grant -> {
            grant.end();
            consented.remove(grant.account().id());
        });
        return ending.size();
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

    synchronized List<Grant> all() {
        return List.copyOf(grants);
    }

    synchronized List<Token> livingTokens() {
        Instant now = clock.instant();
        return tokens.values().stream().filter(token -> token.lives(now)).toList();
    }
}
