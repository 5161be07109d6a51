package dev.homelab.streambot.kick;

import dev.homelab.streambot.platform.Platform;
import dev.homelab.streambot.platform.PlatformAccount;
import dev.homelab.streambot.platform.PlatformHttp;
import dev.homelab.streambot.platform.PlatformSettings;
import dev.homelab.streambot.platform.PlatformsSettings;
import dev.homelab.streambot.platform.RefusalMeaning;
import dev.homelab.streambot.platform.TokenRefused;
import dev.homelab.streambot.platform.UnusableAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Source: github.com/KickEngineering/KickDevDocs. A dead grant comes with 400 as well as with 401. */
@Component
@Order(3)
class Kick implements Platform {

    private static final Duration GRANT_LIFE = Duration.ofDays(30);

    private final PlatformSettings settings;
    private final RestClient client;

    Kick(PlatformsSettings all, PlatformHttp http) {
        this.settings = all.of(id());
        this.client = http.client().build();
    }

    @Override
    public String id() {
        return "kick";
    }

    @Override
    public String title() {
        return "Kick";
    }

    @Override
    public PlatformSettings settings() {
        return settings;
    }

    @Override
    public PlatformAccount account(String accessToken, Map<String, Object> claims) {
        Users users = client.get()
                .uri(settings.apiUri() + "/users")
                .headers(headers -> headers.setBearerAuth(accessToken))
                .accept(MediaType.APPLICATION_JSON)
                .retrieve()
                .body(Users.class);
        if (users == null || users.data() == null || users.data().isEmpty()) {
            throw new UnusableAnswer("Kick names no user");
        }
        User user = users.data().getFirst();
        return new PlatformAccount(
                Long.toString(user.user_id()), user.name(), Objects.requireNonNullElse(user.profile_picture(), ""));
    }

    /** Grants have ended exactly 30 days after they began (KickDevDocs#397), whatever was renewed in between. */
    @Override
    public Optional<Duration> grantLife(Map<String, Object> answer) {
        return Optional.of(GRANT_LIFE);
    }

    @Override
    public RefusalMeaning meaning(TokenRefused refusal) {
        // Its documentation knows no other refusal of a refresh token than this, which is no code of OAuth.
        return refusal.status() == 400 && refusal.code().equals("Invalid request")
                ? RefusalMeaning.GRANT_IS_DEAD
                : RefusalMeaning.ofStandard(refusal.code());
    }

    /** Kick takes the token in the query, and spells the hint in its own way. */
    @Override
    public void revoke(String token) {
        client.post()
                .uri(settings.revocationUri() + "?token={token}&token_hint_type={hint}", token, "refresh_token")
                .retrieve()
                .toBodilessEntity();
    }

    private record Users(@Nullable List<User> data) {}

    private record User(long user_id, String name, @Nullable String profile_picture) {}
}
