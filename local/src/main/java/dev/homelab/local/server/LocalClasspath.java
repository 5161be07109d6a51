package dev.homelab.local.server;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where this module was built to: its own classes, {@code lib/} and {@code s3proxy/} stand side by side. */
public final class LocalClasspath {

    private LocalClasspath() {}

    /** The module's {@code target} folder. */
    public static Path target() {
        try {
            Path own = Path.of(LocalClasspath.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path target = own.getParent();
            if (target == null || !Files.isDirectory(target.resolve("lib"))) {
                throw new IllegalStateException(
                        "The module local is not built: run ./mvnw package -pl local -am once.");
            }
            return target;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What {@code java -cp} takes to run a class of this module. */
    static String asArgument() {
        Path target = target();
        return target.resolve("classes") + ":" + target.resolve("lib") + "/*";
    }

    /** The {@code java} that runs this. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
