package dev.homelab.streambot.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits for each address, and for each streamer who is signed in.
 *
 * @param signIn starts of a sign-in
 * @param link starts of a link
 * @param callback callbacks
 */
@ConfigurationProperties("homelab.limits")
record LimitSettings(
        @DefaultValue("30") int signIn,
        @DefaultValue("20") int link,
        @DefaultValue("60") int callback) {

    LimitSettings {
        new Limit("SIGN_INS_PER_MINUTE", signIn);
        new Limit("LINKS_PER_MINUTE", link);
        new Limit("CALLBACKS_PER_MINUTE", callback);
    }

    Limit ofSignIns() {
        return new Limit("SIGN_INS_PER_MINUTE", signIn);
    }

    Limit ofLinks() {
        return new Limit("LINKS_PER_MINUTE", link);
    }

    Limit ofCallbacks() {
        return new Limit("CALLBACKS_PER_MINUTE", callback);
    }
}
