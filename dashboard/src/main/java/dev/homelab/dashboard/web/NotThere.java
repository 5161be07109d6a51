package dev.homelab.dashboard.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A page that is not there, or that this reader must not know of. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NotThere extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
