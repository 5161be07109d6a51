package dev.homelab.dashboard.check.probe;

import dev.homelab.dashboard.check.Finding;
import dev.homelab.dashboard.check.Prober;
import dev.homelab.dashboard.check.Target;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** Asks a DNS server itself, past {@code /etc/hosts} and every cache of this machine's. */
@Component
class DnsProber implements Prober<Target.Dns> {

    private static final int PORT = 53;

    @Override
    public Class<Target.Dns> kind() {
        return Target.Dns.class;
    }

    @Override
    public Finding ask(Target.Dns target, Duration atMost) throws IOException {
        SimpleResolver resolver = resolver(target.server());
        resolver.setTimeout(atMost.dividedBy(2));
        List<String> addresses = new ArrayList<>();
        for (int type : new int[] {Type.A, Type.AAAA}) {
            Message answer = resolver.send(
                    Message.newQuery(Record.newRecord(Name.fromString(target.name() + "."), type, DClass.IN)));
            if (answer.getRcode() != Rcode.NOERROR && answer.getRcode() != Rcode.NXDOMAIN) {
                return Finding.down("dns.refused", Rcode.string(answer.getRcode()));
            }
            answer.getSection(Section.ANSWER).forEach(record -> add(record, addresses));
        }
        return judged(target, addresses);
    }

    private static SimpleResolver resolver(String server) throws UnknownHostException {
        if (server.isEmpty()) {
            return new SimpleResolver();
        }
        boolean isIpv6 = server.indexOf(':') != server.lastIndexOf(':');
        int colon = isIpv6 ? -1 : server.indexOf(':');
        SimpleResolver resolver = new SimpleResolver(colon < 0 ? server : server.substring(0, colon));
        resolver.setPort(colon < 0 ? PORT : Integer.parseInt(server.substring(colon + 1)));
        return resolver;
    }

    private static void add(Record record, List<String> addresses) {
        switch (record) {
            case ARecord v4 -> addresses.add(v4.getAddress().getHostAddress());
            case AAAARecord v6 -> addresses.add(v6.getAddress().getHostAddress());
            default -> {}
        }
    }

    private static Finding judged(Target.Dns target, List<String> addresses) {
        if (addresses.isEmpty()) {
            return Finding.down("dns.none", target.name());
        }
        return target.expected().isEmpty() || addresses.contains(target.expected())
                ? Finding.up("dns.up", String.join(", ", addresses))
                : Finding.down("dns.other", target.expected(), String.join(", ", addresses));
    }
}
