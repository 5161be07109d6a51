package dev.homelab.local.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells secrets apart without keeping them. */
final class Fingerprint {

    private Fingerprint() {}

    /** The SHA-256 of a secret in hexadecimal digits. */
    static String of(String secret) {
        return HexFormat.of().formatHex(sha256(secret));
    }

    /** What people are shown of a secret: the first 10 digits of its hash. */
    static String brief(String secret) {
        return "#" + of(secret).substring(0, 10);
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
