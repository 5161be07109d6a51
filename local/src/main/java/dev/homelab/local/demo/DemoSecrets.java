package dev.homelab.local.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;
import java.util.function.Supplier;

/** Drawn once for this folder and kept in a file that only its owner reads. */
final class DemoSecrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties values = new Properties();

    private DemoSecrets(Path file) {
        this.file = file;
    }

    static DemoSecrets in(Path file) {
        DemoSecrets secrets = new DemoSecrets(file);
        try {
            if (Files.exists(file)) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    secrets.values.load(reader);
                }
            } else {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets;
    }

    String databasePassword() {
        return once("database-password", () -> hex(16));
    }

    String objectsPassword() {
        return once("objects-password", () -> hex(16));
    }

    String internalToken() {
        return once("internal-token", () -> hex(32));
    }

    String streamBotToken() {
        return once("stream-bot-token", () -> hex(32));
    }

    String adminPassword() {
        return once("admin-password", () -> hex(8));
    }

    /** A Tink keyset in JSON with one AES-256-GCM key. */
    String tokenKeyset() {
        return once("token-keyset", DemoSecrets::keyset);
    }

    private String once(String name, Supplier<String> draw) {
        String known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        String drawn = draw.get();
        values.setProperty(name, drawn);
        save();
        return drawn;
    }

    private void save() {
        try (Writer writer = Files.newBufferedWriter(file)) {
            values.store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hex(int bytes) {
        return HexFormat.of().formatHex(random(bytes));
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    /** The key's value is a protocol buffer: field 3, 32 bytes long. */
    private static String keyset() {
        byte[] key = new byte[34];
        key[0] = 0x1a;
        key[1] = 0x20;
        System.arraycopy(random(32), 0, key, 2, 32);
        int id = RANDOM.nextInt(1, Integer.MAX_VALUE);
        return """
                {"primaryKeyId":%d,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey",\
                "value":"%s","keyMaterialType":"SYMMETRIC"},"status":"ENABLED","keyId":%d,"outputPrefixType":"TINK"}]}""".formatted(id, Base64.getEncoder().encodeToString(key), id);
    }
}
