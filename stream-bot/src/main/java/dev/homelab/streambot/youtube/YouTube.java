package dev.homelab.streambot.youtube;

import dev.homelab.streambot.platform.Platform;
import dev.homelab.streambot.platform.PlatformAccount;
import dev.homelab.streambot.platform.PlatformHttp;
import dev.homelab.streambot.platform.PlatformSettings;
import dev.homelab.streambot.platform.PlatformsSettings;
import dev.homelab.streambot.platform.RefusalMeaning;
import dev.homelab.streambot.platform.TokenRefused;
import dev.homelab.streambot.platform.UnusableAnswer;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Source: developers.google.com/identity/protocols/oauth2 and developers.google.com/youtube/v3. */
@Component
@Order(2)
class YouTube implements Platform {

    private static final Duration TESTING_LIFE = Duration.ofDays(7);
    private static final Duration UNUSED_LIFE = Duration.ofDays(180);

    private final PlatformSettings settings;
    private final RestClient client;

    YouTube(PlatformsSettings all, PlatformHttp http) {
        this.settings = all.of(id());
        this.client = http.client().build();
    }

    @Override
    public String id() {
        return "youtube";
    }

    @Override
    public String title() {
        return "YouTube";
    }

    @Override
    public PlatformSettings settings() {
        return settings;
    }

    /** Without these Google gives a refresh token at the very first consent only, or never. */
    @Override
    public Map<String, Object> authorizationParameters() {
        return Map.of("access_type", "offline", "prompt", "consent");
    }

    /** The Google account is the identity; an account may have no channel, or the streamer may have kept it to themselves. */
    @Override
    public PlatformAccount account(String accessToken, Map<String, Object> claims) {
        String subject = String.valueOf(claims.getOrDefault("sub", ""));
        Object name = claims.get("name");
        String title = channelTitle(accessToken, name == null ? subject : name.toString());
        return new PlatformAccount(subject, title, String.valueOf(claims.getOrDefault("picture", "")));
    }

    private String channelTitle(String accessToken, String otherwise) {
        try {
            Channels channels = client.get()
                    .uri(settings.apiUri() + "/channels?part=snippet&mine=true")
                    .headers(headers -> headers.setBearerAuth(accessToken))
                    .accept(MediaType.APPLICATION_JSON)
                    .retrieve()
                    .body(Channels.class);
            if (channels == null) {
                throw new UnusableAnswer("YouTube answers nothing about channels");
            }
            return channels.items() == null || channels.items().isEmpty()
                    ? otherwise
                    : channels.items().getFirst().snippet().title();
        } catch (HttpClientErrorException.Forbidden notConsented) {
            return otherwise;
        }
    }

    /** Google says when time-based access ends; while our application is in testing, every grant ends after a week. */
    @Override
    public Optional<Duration> grantLife(Map<String, Object> answer) {
        return Stream.concat(told(answer).stream(), settings.inTesting() ? Stream.of(TESTING_LIFE) : Stream.empty())
                .min(Comparator.naturalOrder());
    }

    @Override
    public Optional<Duration> renewedGrantLife(Map<String, Object> answer) {
        return told(answer);
    }

    private static Optional<Duration> told(Map<String, Object> answer) {
        String seconds = String.valueOf(answer.getOrDefault("refresh_token_expires_in", ""));
        return seconds.matches("[0-9]{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(seconds)))
                : Optional.empty();
    }

    /** Six months. */
    @Override
    public Optional<Duration> unusedLife() {
        return Optional.of(UNUSED_LIFE);
    }

    /** A refresh token of another client, such as that of our project of before, is refused as if our client were not allowed to renew. */
    @Override
    public RefusalMeaning meaning(TokenRefused refusal) {
        return switch (refusal.code()) {
            case "admin_policy_enforced" -> RefusalMeaning.GRANT_IS_DEAD;
            case "unauthorized_client" -> RefusalMeaning.THIS_LINK_IS_REFUSED;
            default -> RefusalMeaning.ofStandard(refusal.code());
        };
    }

    @Override
    public void revoke(String token) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("token", token);
        client.post()
                .uri(settings.revocationUri())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .onStatus(HttpStatus.BAD_REQUEST::equals, (request, alreadyDead) -> {})
                .toBodilessEntity();
    }

    private record Channels(@Nullable List<Channel> items) {}

    private record Channel(Snippet snippet) {}

    private record Snippet(String title) {}
}
