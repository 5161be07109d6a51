package dev.homelab.local.server;

import java.nio.file.Path;

/** Where servers come from on this machine. */
interface ServerSource {

    LocalServer postgres();

    LocalServer redis();

    LocalServer s3();

    static ServerSource ofThisMachine(Path folder) {
        return ContainerServers.dockerAnswers() ? new ContainerServers(folder) : new EmbeddedServers(folder);
    }
}
