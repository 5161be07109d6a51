package dev.homelab.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what a restart must not forget in a file that only its owner reads: secrets by their hash, but the signing key in
 * clear.
 */
final class StateFile {

    /** All that is kept. */
    record Saved(List<Account> accounts, Map<Platform, Grants.Saved> platforms, String signingKey) {

        Saved {
            accounts = List.copyOf(accounts);
            platforms = new EnumMap<>(platforms);
            IdTokens.of(signingKey);
        }

        /** Nothing for a platform that is simulated since the file was written. */
        Optional<Grants.Saved> grants(Platform platform) {
            return Optional.ofNullable(platforms.get(platform));
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(StateFile.class);
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Path file;
    private String written = "";

    StateFile(Path file) {
        this.file = file;
    }

    /** What was kept; a file that makes no sense is set aside, so that the simulator starts all the same. */
    Optional<Saved> read() {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readValue(Files.readString(file), Saved.class));
        } catch (IOException | JacksonException | NullPointerException broken) {
            setAside();
            return Optional.empty();
        }
    }

    private void setAside() {
        Path aside = file.resolveSibling(file.getFileName() + ".broken");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot set the broken state file " + file + " aside", e);
        }
        LOG.warn(
                "The platforms' state in {} cannot be read; it now lies in {}, and they start anew.",
                file,
                aside.getFileName());
    }

    /** Replaces the file in one step where something has changed. */
    synchronized void save(Supplier<Saved> state) {
        String json = MAPPER.writeValueAsString(state.get());
        if (json.equals(written)) {
            return;
        }
        try {
            replace(json);
            written = json;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot save the platforms' state to " + file, e);
        }
    }

    private void replace(String json) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, json);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
