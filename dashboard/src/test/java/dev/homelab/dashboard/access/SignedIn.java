package dev.homelab.dashboard.access;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.UUID;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Somebody who is signed in already. */
public final class SignedIn {

    private SignedIn() {}

    public static RequestPostProcessor as(Role role) {
        Me me = new Me(UUID.randomUUID(), role.key(), role, null);
        return authentication(PasswordSignIn.signedIn(me, null));
    }
}
