package dev.homelab.dashboard.check;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a check in addresses, files and metrics: 1 to 60 small letters, digits and hyphens. */
public record CheckId(@JsonValue String value) implements Comparable<CheckId> {

    private static final String SHAPE = "[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?";

    @JsonCreator
    public CheckId {
        if (!value.matches(SHAPE)) {
            throw new InvalidCheck(Said.of("invalid.id", value));
        }
    }

    @Override
    public int compareTo(CheckId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
