package dev.homelab.local.platform;

import java.util.function.Function;

/** An address of a platform, below its prefix, and what answers there. */
record Route(String method, String path, Endpoint endpoint, Function<Incoming, Answer> handler) {

    static Route get(String path, Endpoint endpoint, Function<Incoming, Answer> handler) {
        return new Route("GET", path, endpoint, handler);
    }

    static Route post(String path, Endpoint endpoint, Function<Incoming, Answer> handler) {
        return new Route("POST", path, endpoint, handler);
    }
}
