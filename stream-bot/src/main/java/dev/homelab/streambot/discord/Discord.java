package dev.homelab.streambot.discord;

import dev.homelab.streambot.platform.Platform;
import dev.homelab.streambot.platform.PlatformAccount;
import dev.homelab.streambot.platform.PlatformHttp;
import dev.homelab.streambot.platform.PlatformSettings;
import dev.homelab.streambot.platform.PlatformsSettings;
import dev.homelab.streambot.platform.RefusalMeaning;
import dev.homelab.streambot.platform.TokenRefused;
import dev.homelab.streambot.platform.UnusableAnswer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

/** Where streamers want to be told of dead links. Source: discord.com/developers/docs/topics/oauth2. */
@Component
@Order(4)
class Discord implements Platform {

    private final PlatformSettings settings;
    private final RestClient client;

    Discord(PlatformsSettings all, PlatformHttp http) {
        this.settings = all.of(id());
        this.client = http.client().build();
    }

    @Override
    public String id() {
        return "discord";
    }

    @Override
    public String title() {
        return "Discord";
    }

    @Override
    public PlatformSettings settings() {
        return settings;
    }

    /** An account of Discord alone says nothing about a streamer. */
    @Override
    public boolean signIn() {
        return false;
    }

    @Override
    public PlatformAccount account(String accessToken, Map<String, Object> claims) {
        User user = client.get()
                .uri(settings.apiUri() + "/users/@me")
                .headers(headers -> headers.setBearerAuth(accessToken))
                .accept(MediaType.APPLICATION_JSON)
                .retrieve()
                .body(User.class);
        if (user == null || user.id() == null) {
            throw new UnusableAnswer("Discord names no user");
        }
        String name = user.global_name() == null ? user.username() : user.global_name();
        String picture = user.avatar() == null
                ? ""
                : "https://cdn.discordapp.com/avatars/" + user.id() + "/" + user.avatar() + ".png";
        return new PlatformAccount(user.id(), name == null ? "" : name, picture);
    }

    @Override
    public RefusalMeaning meaning(TokenRefused refusal) {
        return RefusalMeaning.ofStandard(refusal.code());
    }

    /** Ends the access token and the refresh token that belong together. */
    @Override
    public void revoke(String token) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("client_id", settings.clientId());
        form.add("client_secret", settings.clientSecret().reveal());
        form.add("token", token);
        client.post()
                .uri(settings.revocationUri())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .toBodilessEntity();
    }

    private record User(
            @Nullable String id,
            @Nullable String username,
            @Nullable String global_name,
            @Nullable String avatar) {}
}
