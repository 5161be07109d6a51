package dev.homelab.streambot.api;

import dev.homelab.common.contract.HandedToken;
import dev.homelab.common.contract.TokenWish;
import dev.homelab.common.contract.TokensApi;
import dev.homelab.streambot.refresh.FreshTokens.Handed;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TokensController implements TokensApi {

    private final HandOut handOut;
    private final Callers callers;

    TokensController(HandOut handOut, Callers callers) {
        this.handOut = handOut;
        this.callers = callers;
    }

    @Override
    public HandedToken token(TokenWish wish) {
        Handed.Token token = handOut.token(wish, callers.current());
        return new HandedToken(
                token.value(),
                token.expiresAt(),
                token.scopes().stream()
                        .filter(scope -> !scope.isBlank())
                        .sorted()
                        .toList(),
                token.of().platform(),
                token.of().accountId());
    }
}
