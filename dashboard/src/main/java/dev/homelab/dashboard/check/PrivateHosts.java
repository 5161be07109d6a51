package dev.homelab.dashboard.check;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Hosts that the world cannot reach; they may be looked at, but what comes of it is not for the public page. */
public final class PrivateHosts {

    /** RFC 6761, 6762 and 8375, ICANN's {@code .internal}, and what home routers make up. */
    private static final List<String> ENDINGS =
            List.of(".localhost", ".local", ".home.arpa", ".internal", ".lan", ".home");

    private PrivateHosts() {}

    /** Whether a target names such a host, as far as can be told from how it is written. */
    public static boolean areNamedIn(Target target) {
        return host(target).filter(PrivateHosts::isWrittenPrivately).isPresent();
    }

    /**
     * Keeps them from the public page.
     *
     * @param lookingUp whether names are looked up, which may take a while
     * @throws InvalidCheck when a check that is to be open looks at one
     */
    static void refuseOpen(Definition definition, boolean lookingUp) {
        if (definition.open()) {
            host(definition.target())
                    .filter(host -> isWrittenPrivately(host) || (lookingUp && leadsToOne(host)))
                    .ifPresent(host -> {
                        throw new InvalidCheck(Said.of("invalid.private", host));
                    });
        }
    }

    private static Optional<String> host(Target target) {
        String host = switch (target) {
            case Target.Http http -> http.url().getHost();
            case Target.Tcp tcp -> tcp.host();
            case Target.Postgres postgres -> postgres.host();
            case Target.Redis redis -> redis.host();
            case Target.S3 s3 -> s3.endpoint().getHost();
            case Target.Dns dns -> dns.name();
            case Target.Push _, Target.Container _, Target.Disk _, Target.Own _ -> null;
        };
        return Optional.ofNullable(host)
                .map(name -> name.replaceAll("[\\[\\]]|\\.$", "").toLowerCase(Locale.ROOT));
    }

    private static boolean isWrittenPrivately(String host) {
        boolean hasOneWord = host.indexOf('.') < 0 && host.indexOf(':') < 0;
        return hasOneWord || ENDINGS.stream().anyMatch(host::endsWith) || isPrivateAddress(host);
    }

    private static boolean isPrivateAddress(String host) {
        try {
            return isPrivate(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException name) {
            return false;
        }
    }

    private static boolean leadsToOne(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).anyMatch(PrivateHosts::isPrivate);
        } catch (UnknownHostException nobodyKnowsIt) {
            return false;
        }
    }

    private static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean isUniqueLocal = address instanceof Inet6Address && (bytes[0] & 0xFE) == 0xFC;
        boolean isSharedByProvider = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xC0) == 0x40;
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || isUniqueLocal
                || isSharedByProvider;
    }
}
