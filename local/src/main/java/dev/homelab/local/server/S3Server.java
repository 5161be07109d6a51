package dev.homelab.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** S3Proxy over a folder, in a process of its own because it brings its own Jetty; it checks signatures. */
public final class S3Server implements LocalServer {

    private final ChildProcess process;
    private final ServerAddress address;

    private S3Server(ChildProcess process, ServerAddress address) {
        this.process = process;
        this.address = address;
    }

    public static S3Server start(Path data, int port, String user, String password) {
        try {
            Files.createDirectories(data.resolve("objects"));
            Path settings = data.resolve("s3proxy.properties");
            Files.writeString(settings, settings(data.resolve("objects"), port, user, password));
            ServerAddress address = new ServerAddress("localhost", port, user, password);
            ChildProcess process = ChildProcess.start("S3", command(settings), Map.of(), data.resolve("s3proxy.log"));
            process.awaitReady(() -> Ports.answers(port), Duration.ofSeconds(60));
            return new S3Server(process, address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ServerAddress address() {
        return address;
    }

    @Override
    public void close() {
        process.close();
    }

    public long pid() {
        return process.pid();
    }

    private static List<String> command(Path settings) {
        Path jar = LocalClasspath.target().resolve("s3proxy/s3proxy.jar");
        return List.of(
                LocalClasspath.java(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-DLOG_LEVEL=warn",
                "-jar",
                jar.toString(),
                "--properties",
                settings.toString());
    }

    private static String settings(Path objects, int port, String user, String password) {
        return """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """.formatted(port, user, password, objects);
    }
}
