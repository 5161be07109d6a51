package dev.homelab.streambot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The one way to standard output that is not a log, and from standard input. */
final class Console {

    private Console() {}

    static String read() throws IOException {
        return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    }

    static void print(String line) {
        System.out.println(line);
    }
}
