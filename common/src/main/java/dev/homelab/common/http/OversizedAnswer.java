package dev.homelab.common.http;

import java.io.IOException;

/** The other side sent more than we are willing to hold. */
public final class OversizedAnswer extends IOException {

    private static final long serialVersionUID = 1L;

    OversizedAnswer(long limit) {
        super("the answer is larger than " + limit + " bytes");
    }
}
