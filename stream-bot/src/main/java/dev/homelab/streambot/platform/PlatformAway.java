package dev.homelab.streambot.platform;

import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** A platform does not say where it is to be asked, for now. */
public final class PlatformAway extends OAuth2AuthorizationException {

    private static final long serialVersionUID = 1;

    public PlatformAway(String message, Throwable cause) {
        super(new OAuth2Error("platform_away", message, null), cause);
    }
}
