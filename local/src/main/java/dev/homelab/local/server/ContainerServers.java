package dev.homelab.local.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** The images of {@code docker-compose.yml}, through Testcontainers. */
record ContainerServers(Path folder) implements ServerSource {

    private static final String PASSWORD = "homelab-test-secret";

    /** Looks for a socket before asking Testcontainers, which complains at length where there is none. */
    static boolean dockerAnswers() {
        boolean socket = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        return socket && DockerClientFactory.instance().isDockerAvailable();
    }

    @Override
    public LocalServer postgres() {
        return start(
                "postgres:17",
                5432,
                "postgres",
                Map.of("POSTGRES_PASSWORD", PASSWORD),
                "postgres",
                "-c",
                "max_connections=300");
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
