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
        return once("token-keyset", () -> keyset("AesGcmKey", "", "TINK"));
    }

    /** The same with a key for streams: AES-256-GCM in segments of 1 MB, derived by HKDF with SHA-256. */
    String backupKeyset() {
        return once("backup-keyset", () -> keyset("AesGcmHkdfStreamingKey", "1208088080401020" + "1803", "RAW"));
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

    /** The key's value is a protocol buffer, which ends with field 3, 32 bytes long. */
    private static String keyset(String type, String head, String prefix) {
        byte[] key = random(32);
        String value = Base64.getEncoder()
                .encodeToString(
                        HexFormat.of().parseHex(head + "1a20" + HexFormat.of().formatHex(key)));
        int id = RANDOM.nextInt(1, Integer.MAX_VALUE);
        return """
                {"primaryKeyId":%d,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.%s",\
                "value":"%s","keyMaterialType":"SYMMETRIC"},"status":"ENABLED","keyId":%d,"outputPrefixType":"%s"}]}""".formatted(id, type, value, id, prefix);
    }
}
