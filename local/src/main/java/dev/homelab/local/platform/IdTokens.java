package dev.homelab.local.platform;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signs id tokens with a key of its own (RS256) and publishes it as a JSON Web Key Set. */
final class IdTokens {

    private @Nullable RSAPrivateCrtKey key;

    private IdTokens(@Nullable RSAPrivateCrtKey key) {
        this.key = key;
    }

    /** With a new key, which is made when it is first needed because that takes most of a second. */
    static IdTokens fresh() {
        return new IdTokens(null);
    }

    private synchronized RSAPrivateCrtKey key() {
        if (key == null) {
            key = generate();
        }
        return key;
    }

    private static RSAPrivateCrtKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String keyId() {
        return Fingerprint.of(key().getModulus().toString()).substring(0, 16);
    }

    /** With a key as {@link #saved} gives it; {@link IllegalArgumentException} where it is none. */
    static IdTokens of(String saved) {
        try {
            var encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(saved));
            return new IdTokens((RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(encoded));
        } catch (GeneralSecurityException broken) {
            throw new IllegalArgumentException("this is no signing key", broken);
        }
    }

    /** The private key, in PKCS #8 and Base64. */
    String saved() {
        return Base64.getEncoder().encodeToString(key().getEncoded());
    }

    String sign(Map<String, @Nullable Object> claims) {
        String header = encode(Json.write(Json.object("alg", "RS256", "kid", keyId(), "typ", "JWT")));
        String unsigned = header + "." + encode(Json.write(claims));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key());
            signature.update(unsigned.getBytes(StandardCharsets.US_ASCII));
            return unsigned + "." + encode(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Map<String, @Nullable Object> keySet() {
        return Json.object(
                "keys",
                List.of(Json.object(
                        "kty",
                        "RSA",
                        "use",
                        "sig",
                        "alg",
                        "RS256",
                        "kid",
                        keyId(),
                        "n",
                        encode(unsigned(key().getModulus())),
                        "e",
                        encode(unsigned(key().getPublicExponent())))));
    }

    /** Big-endian without the sign's leading zero, as RFC 7518 wants it. */
    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
