package dev.homelab.streambot.encryption;

import java.util.List;

/** Which keys what is stored needs. */
public interface KeysInUse {

    /**
     * A key that is needed.
     *
     * @param prefix how its ciphertexts begin: five bytes
     * @param links how many have a token of it
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Used(byte[] prefix, long links) {}

    /** All of them; throws a {@link org.springframework.dao.DataAccessException} when that cannot be told. */
    List<Used> used();
}
