package dev.homelab.streambot.twitch;

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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

/** Source: dev.twitch.tv/docs/authentication. Its refusals carry a {@code message} and no OAuth error code. */
@Component
@Order(1)
class Twitch implements Platform {

    private static final Set<String> DEAD_GRANT = Set.of("invalid refresh token", "invalid grant");
    private static final Set<String> OUR_FAULT = Set.of("invalid client", "invalid client secret", "missing client id");

    private final PlatformSettings settings;
    private final RestClient client;

    Twitch(PlatformsSettings all, PlatformHttp http) {
        this.settings = all.of(id());
        this.client = http.client().build();
    }

    @Override
    public String id() {
        return "twitch";
    }

    @Override
    public String title() {
        return "Twitch";
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
                .header("Client-Id", settings.clientId())
                .accept(MediaType.APPLICATION_JSON)
                .retrieve()
                .body(Users.class);
        if (users == null || users.data() == null || users.data().isEmpty()) {
            throw new UnusableAnswer("Twitch names no user");
        }
        User user = users.data().getFirst();
        return new PlatformAccount(
                user.id(), user.display_name(), Objects.requireNonNullElse(user.profile_image_url(), ""));
    }

    /** Twitch requires it and audits it. */
    @Override
    public Optional<Duration> validationInterval() {
        return Optional.of(Duration.ofHours(1));
    }

    @Override
    public boolean validate(String accessToken) {
        return client.get()
                .uri(settings.validationUri())
                .header("Authorization", "OAuth " + accessToken)
                .retrieve()
                .onStatus(HttpStatus.UNAUTHORIZED::equals, (request, invalid) -> {})
                .toBodilessEntity()
                .getStatusCode()
                .is2xxSuccessful();
    }

    @Override
    public RefusalMeaning meaning(TokenRefused refusal) {
        String message = refusal.detail().toLowerCase(java.util.Locale.ROOT);
        if (refusal.status() == 400 && DEAD_GRANT.contains(message)) {
            return RefusalMeaning.GRANT_IS_DEAD;
        }
        return OUR_FAULT.contains(message)
                ? RefusalMeaning.WE_ARE_MISCONFIGURED
                : RefusalMeaning.ofStandard(refusal.code());
    }

    @Override
    public void revoke(String token) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("client_id", settings.clientId());
        form.add("token", token);
        client.post()
                .uri(settings.revocationUri())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .onStatus(HttpStatus.BAD_REQUEST::equals, (request, alreadyDead) -> {})
                .toBodilessEntity();
    }

    private record Users(@Nullable List<User> data) {}

    private record User(
            String id, String display_name, @Nullable String profile_image_url) {}
}
