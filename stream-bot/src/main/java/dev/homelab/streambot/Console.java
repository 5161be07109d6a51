package dev.homelab.streambot;

/** The one way to standard output that is not a log. */
final class Console {

    private Console() {}

    static void print(String line) {
        System.out.println(line);
    }
}
