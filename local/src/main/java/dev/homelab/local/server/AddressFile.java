package dev.homelab.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** How the process of the servers tells the tests where they are; appears whole or not at all. */
final class AddressFile {

    private AddressFile() {}

    static void write(Path file, ServerAddress address) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.write(
                draft, List.of(address.host(), Integer.toString(address.port()), address.user(), address.password()));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static ServerAddress read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return new ServerAddress(lines.get(0), Integer.parseInt(lines.get(1)), lines.get(2), lines.get(3));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
