package dev.homelab.local.demo;

import dev.homelab.local.server.LocalClasspath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A packaged service, unpacked for a faster start and started with the flags that production uses. */
public record ServiceApp(String name, Path jar, Path unpacked) {

    /** Throws a {@link DemoProblem} when the service is not built. */
    public static ServiceApp of(String name, Path projectRoot, Path apps) {
        Path jar = projectRoot.resolve(name).resolve("target").resolve(name + "-1.0.0-SNAPSHOT.jar");
        if (Files.notExists(jar)) {
            throw new DemoProblem(name + " is not built; run ./mvnw package first, or scripts/demo, which does.");
        }
        return new ServiceApp(name, jar, apps.resolve(name));
    }

    /** Does nothing when this very jar was unpacked before. */
    public void unpack() {
        try {
            Path mark = unpacked.resolve("unpacked-from");
            String version = Files.size(jar) + " " + Files.getLastModifiedTime(jar);
            if (Files.exists(mark) && Files.readString(mark).equals(version)) {
                return;
            }
            run(List.of(
                    LocalClasspath.java(),
                    "-Djarmode=tools",
                    "-jar",
                    jar.toString(),
                    "extract",
                    "--force",
                    "--destination",
                    unpacked.toString()));
            Files.writeString(mark, version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> command() {
        return List.of(
                LocalClasspath.java(),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xms32m",
                "-Xmx192m",
                "-Xss512k",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                unpacked.resolve(jar.getFileName()).toString());
    }

    private void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new DemoProblem(jar + " cannot be unpacked; build it again with ./mvnw package.");
        }
    }
}
