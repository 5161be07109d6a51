package dev.homelab.streambot.encryption;

import dev.homelab.common.startup.InvalidSetting;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Encrypts small secrets, each bound to the place it is kept at, so that moving it elsewhere makes it unreadable. */
@Component
public class TokenCipher {

    private static final Logger log = LoggerFactory.getLogger(TokenCipher.class);

    /** Tink makes a random generator for each thread that it meets, for longer than it encrypts; requests' threads are many. */
    private final ExecutorService threads = Executors.newFixedThreadPool(
            2, Thread.ofPlatform().name("encryption-", 0).daemon().factory());

    private final Keyset keyset;
    private final KeysInUse inUse;
    private final AtomicReference<Keys> keys;
    private volatile String refused = "";

    TokenCipher(Keyset keyset, KeysInUse inUse) {
        this.keyset = keyset;
        this.inUse = inUse;
        this.keys = new AtomicReference<>(keyset.keys());
    }

    /** {@code place} names the row and the column, such as {@code connection/twitch/42/access}. */
    public byte[] encrypt(String secret, String place) {
        return CompletableFuture.supplyAsync(() -> encrypted(secret, place), threads)
                .join();
    }

    private byte[] encrypted(String secret, String place) {
        try {
            return keys.get()
                    .aead()
                    .encrypt(secret.getBytes(StandardCharsets.UTF_8), place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("cannot encrypt for " + place, broken);
        }
    }

    /** Throws {@link Undecipherable} for a changed, moved or foreign ciphertext, or one whose key is not here. */
    public String decrypt(byte[] ciphertext, String place) {
        Keys known = keys.get();
        try {
            byte[] secret = known.aead().decrypt(ciphertext, place.getBytes(StandardCharsets.UTF_8));
            return new String(secret, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException broken) {
            throw Keys.beginsAsCiphertext(ciphertext) && !known.know(ciphertext)
                    ? Undecipherable.withoutKey(Keys.id(ciphertext), place)
                    : Undecipherable.damaged(place);
        }
    }

    /** How whatever is encrypted now begins: five bytes, which name the key. */
    public byte[] currentPrefix() {
        return keys.get().primaryPrefix();
    }

    /**
     * Refuses to go on with ciphertexts that no key here opens.
     *
     * @throws InvalidSetting when their key is missing
     */
    public void require(KeysInUse.Used used) {
        require(keys.get(), used);
    }

    private static void require(Keys known, KeysInUse.Used used) {
        if (!known.know(used.prefix())) {
            throw new InvalidSetting(
                    "TOKEN_ENCRYPTION_KEYSET",
                    "lacks the key " + Integer.toUnsignedString(Keys.id(used.prefix())) + ", with which the tokens of "
                            + used.links() + " links are encrypted",
                    "put the key that was there before back into it");
        }
    }

    /** Takes a changed file over; one that is no keyset, or lacks a key that is needed, is said once and left alone. */
    @Scheduled(fixedDelayString = "${homelab.token-encryption.look:10s}")
    void look() {
        if (keyset.file().isEmpty()) {
            return;
        }
        try {
            takeOver(keyset.keys());
            refused = "";
        } catch (InvalidSetting broken) {
            String why = String.valueOf(broken.getMessage());
            if (!why.equals(refused)) {
                log.error("The keyset on disk is not taken over: {}", why);
            }
            refused = why;
        } catch (DataAccessException away) {
            log.debug("The keyset on disk is not taken over while it cannot be told which keys are needed");
        }
    }

    private void takeOver(Keys found) {
        if (!found.knowAllOf(keys.get())) {
            inUse.used().forEach(used -> require(found, used));
        }
        if (!Arrays.equals(found.primaryPrefix(), keys.getAndSet(found).primaryPrefix())) {
            log.info("Tokens are encrypted with a new key from now on");
        }
    }
}
