package dev.homelab.streambot.refresh;

import static dev.homelab.streambot.SimulatedWorld.PLATFORMS;

import dev.homelab.local.platform.Endpoint;
import dev.homelab.local.platform.Fault;
import dev.homelab.local.platform.Platform;
import dev.homelab.local.platform.Rotation;
import dev.homelab.streambot.Browser;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The kit for the platforms that people sign in with. */
abstract class SimulatedPlatformConformance extends PlatformConformance {

    private static final String LOGIN = "lumen";

    private final Platform platform;
    private final Set<String> scopes;

    SimulatedPlatformConformance(
            int port, JdbcClient database, RefreshRun run, FreshTokens tokens, Platform platform, Set<String> scopes) {
        super(port, database, run, tokens);
        this.platform = platform;
        this.scopes = scopes;
    }

    @Override
    String id() {
        return Browser.pathName(platform);
    }

    @Override
    String start(Browser streamer) {
        return streamer.startSignIn(platform);
    }

    @Override
    String allow(String authorizeUrl) {
        return PLATFORMS.allow(authorizeUrl, LOGIN);
    }

    @Override
    String deny(String authorizeUrl) {
        return PLATFORMS.deny(authorizeUrl);
    }

    @Override
    public Set<Fault.Kind> known() {
        return EnumSet.allOf(Fault.Kind.class);
    }

    @Override
    void nextRefresh(Fault fault) {
        PLATFORMS.faults().next(platform, Endpoint.TOKEN, fault);
    }

    @Override
    int asked() {
        return PLATFORMS.requests().count(platform, Endpoint.TOKEN);
    }

    @Override
    void forgetRequests() {
        PLATFORMS.requests().clear();
    }

    @Override
    boolean grantLives() {
        return PLATFORMS.livingRefreshTokens(platform, LOGIN) > 0;
    }

    @Override
    void endGrant() {
        PLATFORMS.revoke(platform, LOGIN);
    }

    @Override
    void keepRefreshTokens() {
        PLATFORMS.rotate(platform, Rotation.STAYS);
    }

    @Override
    void backToUsual() {
        PLATFORMS.rotate(
                platform,
                switch (platform) {
                    case TWITCH -> Rotation.REPLACED;
                    case GOOGLE -> Rotation.STAYS;
                    case KICK -> Rotation.REPLACED_AND_GUARDED;
                });
    }

    @Override
    Set<String> grantedScopes() {
        return scopes;
    }
}
