package dev.homelab.common.internal;

import java.util.List;
import org.springframework.http.HttpMethod;

/** What each caller may ask of a service; each service declares one, and whatever it does not list is refused. */
public record InternalAccess(List<Grant> grants) {

    public InternalAccess {
        grants = List.copyOf(grants);
    }

    /** {@code pattern} is a path pattern below {@code /internal}, such as {@code /internal/v1/tickets/**}. */
    public record Grant(String caller, HttpMethod method, String pattern) {}

    public static InternalAccess of(Grant... grants) {
        return new InternalAccess(List.of(grants));
    }
}
