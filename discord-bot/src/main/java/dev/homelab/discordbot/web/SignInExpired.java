package dev.homelab.discordbot.web;

import org.jspecify.annotations.Nullable;

/** Discord no longer takes the reader's token: they have to sign in again. */
final class SignInExpired extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SignInExpired(@Nullable Throwable cause) {
        super("the sign-in with Discord has ended", cause);
    }
}
