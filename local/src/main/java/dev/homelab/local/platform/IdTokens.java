package dev.homelab.local.platform;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signs id tokens with a key of its own (RS256) and publishes it as a JSON Web Key Set. */
final class IdTokens {

    private static final String KEY_ID = "simulated-1";

    private final KeyPair keys = generate();

    String sign(Map<String, @Nullable Object> claims) {
        String header = encode(Json.write(Json.object("alg", "RS256", "kid", KEY_ID, "typ", "JWT")));
        String unsigned = header + "." + encode(Json.write(claims));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(unsigned.getBytes(StandardCharsets.US_ASCII));
            return unsigned + "." + encode(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Map<String, @Nullable Object> keySet() {
        var key = (RSAPublicKey) keys.getPublic();
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
                        KEY_ID,
                        "n",
                        encode(unsigned(key.getModulus())),
                        "e",
                        encode(unsigned(key.getPublicExponent())))));
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
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
