package dev.homelab.dashboard.check;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A check that cannot be, in words for whoever wrote it. */
public final class InvalidCheck extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Said said;

    public InvalidCheck(Said said) {
        super(said.toString());
        this.said = said;
    }

    /** The one that made another exception, such as that of a reader of JSON. */
    public static Optional<InvalidCheck> in(Throwable failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(InvalidCheck.class::isInstance)
                .map(InvalidCheck.class::cast)
                .findFirst();
    }

    public Said said() {
        return said;
    }
}
