package dev.homelab.local.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** The images of {@code docker-compose.yml}, through Testcontainers. */
record ContainerServers(Path folder) implements ServerSource {

    private static final String PASSWORD = "homelab-test-secret";
    private static final int POSTGRES = 17;
    private static final Pattern MAJOR = Pattern.compile("\\) (\\d+)");

    /** Looks for a socket before asking Testcontainers, which complains at length where there is none. */
    static boolean dockerAnswers() {
        boolean socket = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        return socket && DockerClientFactory.instance().isDockerAvailable();
    }

    /** The embedded one where the image is too new for this machine's pg_dump, with which backups' tests dump it. */
    @Override
    public LocalServer postgres() {
        if (pgDump() < POSTGRES) {
            return new EmbeddedServers(folder).postgres();
        }
        return start(
                "postgres:" + POSTGRES,
                5432,
                "postgres",
                Map.of("POSTGRES_PASSWORD", PASSWORD),
                "postgres",
                "-c",
                "max_connections=300");
    }

    /** The major version of the pg_dump on the path; where there is none, none is too old. */
    private static int pgDump() {
        try {
            Process process = new ProcessBuilder("pg_dump", "--version").start();
            Matcher version = MAJOR.matcher(new String(process.getInputStream().readAllBytes(), UTF_8));
            return version.find() ? Integer.parseInt(version.group(1)) : Integer.MAX_VALUE;
        } catch (IOException e) {
            return Integer.MAX_VALUE;
        }
    }

    @Override
    public LocalServer redis() {
        return start("redis:8", 6379, "", Map.of(), "redis-server", "--save", "");
    }

    @Override
    public LocalServer s3() {
        return start(
                "pgsty/silo:RELEASE.2026-09-16T00-00-00Z",
                9000,
                "homelab-test",
                Map.of("MINIO_ROOT_USER", "homelab-test", "MINIO_ROOT_PASSWORD", PASSWORD),
                "server",
                "/data");
    }

    private static LocalServer start(
            String image, int port, String user, Map<String, String> environment, String... command) {
        Container container = new Container(image, port);
        container.withEnv(environment).withCommand(command).start();
        return new ContainerServer(container, port, user, PASSWORD);
    }

    private static final class Container extends GenericContainer<Container> {
        private Container(String image, int port) {
            super(DockerImageName.parse(image));
            withExposedPorts(port);
            waitingFor(Wait.forListeningPort());
        }
    }

    private record ContainerServer(Container container, int port, String user, String password) implements LocalServer {

        @Override
        public ServerAddress address() {
            return new ServerAddress(container.getHost(), container.getMappedPort(port), user, password);
        }

        @Override
        public void close() {
            container.stop();
        }
    }
}
