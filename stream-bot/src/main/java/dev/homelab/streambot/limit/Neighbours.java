package dev.homelab.streambot.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Addresses that are counted as one: whoever has one of IPv6 has its whole /64. */
final class Neighbours {

    private static final int NETWORK_BYTES = 8;

    private Neighbours() {}

    /** @param address as the request has it */
    static String of(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES)) + "/64"
                    : address;
        } catch (IllegalArgumentException unknown) {
            return address;
        }
    }
}
