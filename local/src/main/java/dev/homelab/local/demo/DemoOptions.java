package dev.homelab.local.demo;

import java.util.List;

/** The words after {@code scripts/demo}. */
record DemoOptions(boolean fresh, boolean check) {

    static DemoOptions parse(String... words) {
        boolean fresh = false;
        boolean check = false;
        for (String word : List.of(words)) {
            switch (word) {
                case "--fresh" -> fresh = true;
                case "--check" -> check = true;
                default ->
                    throw new DemoProblem(
                            "scripts/demo does not know " + word + "; scripts/demo --help says what it takes.");
            }
        }
        return new DemoOptions(fresh, check);
    }
}
