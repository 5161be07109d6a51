package dev.homelab.local.platform;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Grants, codes and tokens of one platform, by the hashes of their secrets; {@link Grants} guards it. */
final class GrantBook {

    private static final int ENDED_GRANTS_KEPT = 100;

    record Code(String hash, AuthorizationRequest request, Grant grant, boolean refreshable, Instant expires) {}

    record SavedCode(String hash, AuthorizationRequest request, int grant, boolean refreshable, Instant expires) {}

    record SavedToken(
            Token.Kind kind,
            String hash,
            int grant,
            @Nullable Instant expires,
            @Nullable Instant idleUntil,
            boolean spent) {}

    /** The book as the state file keeps it; grants are named by their numbers. */
    record Saved(
            int lastNumber,
            List<Grant.Saved> grants,
            List<SavedCode> codes,
            Map<String, Integer> usedCodes,
            List<SavedToken> tokens) {

        Saved {
            Set<Integer> known = grants.stream().map(Grant.Saved::number).collect(Collectors.toSet());
            Stream<Integer> named = Stream.of(
                            codes.stream().map(SavedCode::grant),
                            usedCodes.values().stream(),
                            tokens.stream().map(SavedToken::grant))
                    .flatMap(Function.identity());
            if (known.size() < grants.size() || !named.allMatch(known::contains)) {
                throw new IllegalArgumentException("grants are missing or doubled");
            }
        }
    }

    private int lastNumber;
    final List<Grant> grants = new ArrayList<>();
    final Map<String, Code> codes = new LinkedHashMap<>();
    final Map<String, Grant> usedCodes = new LinkedHashMap<>();
    final Map<String, Token> tokens = new LinkedHashMap<>();

    Grant open(Account account, List<String> scopes, Instant since) {
        Grant grant = new Grant(++lastNumber, account, scopes, since);
        grants.add(grant);
        return grant;
    }

    void put(Token token) {
        tokens.put(token.hash(), token);
    }

    /** Lets go of what is over, and of the oldest ended grants when there are many. */
    void tidy(Instant now) {
        List<Grant> ended = grants.stream().filter(Grant::ended).toList();
        List<Grant> old = ended.subList(0, Math.max(0, ended.size() - ENDED_GRANTS_KEPT));
        grants.removeAll(old);
        usedCodes.values().removeIf(Grant::ended);
        codes.values().removeIf(code -> code.grant().ended() || !now.isBefore(code.expires()));
        tokens.values().removeIf(token -> token.forgettable(now));
    }

    Saved saved() {
        return new Saved(
                lastNumber,
                grants.stream().map(Grant::saved).toList(),
                codes.values().stream()
                        .map(code -> new SavedCode(
                                code.hash(), code.request(), code.grant().number(), code.refreshable(), code.expires()))
                        .toList(),
                usedCodes.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, used -> used.getValue().number())),
                tokens.values().stream()
                        .map(token -> new SavedToken(
                                token.kind(),
                                token.hash(),
                                token.grant().number(),
                                token.expires(),
                                token.idleUntil(),
                                token.spent()))
                        .toList());
    }

    static GrantBook of(Saved saved) {
        GrantBook book = new GrantBook();
        book.lastNumber = saved.lastNumber();
        saved.grants().forEach(grant -> book.grants.add(Grant.of(grant)));
        Map<Integer, Grant> numbers =
                book.grants.stream().collect(Collectors.toMap(Grant::number, Function.identity()));
        Function<Integer, Grant> numbered = number -> Objects.requireNonNull(numbers.get(number));
        saved.codes().forEach(code -> book.restore(code, numbered.apply(code.grant())));
        saved.usedCodes().forEach((hash, number) -> book.usedCodes.put(hash, numbered.apply(number)));
        saved.tokens().forEach(token -> book.restore(token, numbered.apply(token.grant())));
        return book;
    }

    private void restore(SavedCode code, Grant grant) {
        codes.put(code.hash(), new Code(code.hash(), code.request(), grant, code.refreshable(), code.expires()));
    }

    private void restore(SavedToken token, Grant grant) {
        put(new Token(token.kind(), token.hash(), grant, token.expires(), token.idleUntil(), token.spent()));
    }
}
