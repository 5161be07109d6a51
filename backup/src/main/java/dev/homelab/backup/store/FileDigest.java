package dev.homelab.backup.store;

import dev.homelab.backup.problem.BackupProblem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a file is known by.
 *
 * @param sha256 in hexadecimal
 */
public record FileDigest(long bytes, String sha256) {

    /** Throws a {@link BackupProblem} when the file cannot be read. */
    public static FileDigest of(Path file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long bytes = Files.copy(file, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return new FileDigest(bytes, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw new BackupProblem("the file " + file.getFileName() + " cannot be read", e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
