package dev.homelab.common.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** A value that prints as {@code ***}; only {@link #reveal()} gives it away, at the one place that needs it. */
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** Spring binds settings through this method, whatever the setting's source. */
    public static Secret of(@Nullable String value) {
        return new Secret(value == null ? "" : value.strip());
    }

    public String reveal() {
        return value;
    }

    public boolean isMissing() {
        return value.isEmpty();
    }

    public int length() {
        return value.length();
    }

    /** Takes the same time wherever the first difference is. */
    public boolean matches(String candidate) {
        return !isMissing()
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && value.equals(secret.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
