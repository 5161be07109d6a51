package dev.homelab.dashboard.check.probe;

import dev.homelab.dashboard.check.Target;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A DNS server that knows one name, has none of a second's, refuses a third and says nothing to a fourth. */
final class NameServer implements AutoCloseable {

    private static final int LARGEST = 512;
    private static final int MINUTE = 60;

    private final DatagramSocket socket;

    NameServer() throws IOException {
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread.ofVirtual().start(this::serve);
    }

    Target.Dns asked(String name, String expected) {
        return new Target.Dns(name, "127.0.0.1:" + socket.getLocalPort(), expected);
    }

    private void serve() {
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
                socket.receive(packet);
                Message question = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
                if (!question.getQuestion().getName().toString().startsWith("silent")) {
                    byte[] answer = answer(question).toWire();
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            }
        } catch (IOException e) {
            socket.close();
        }
    }

    private static Message answer(Message question) throws IOException {
        Record asked = question.getQuestion();
        Message answer = new Message(question.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(asked, Section.QUESTION);
        String name = asked.getName().toString();
        switch (name) {
            case "home.example." -> answer.addRecord(address(asked), Section.ANSWER);
            case "refused.example." -> answer.getHeader().setRcode(Rcode.REFUSED);
            default -> answer.getHeader().setRcode(Rcode.NXDOMAIN);
        }
        return answer;
    }

    private static Record address(Record asked) throws IOException {
        return asked.getType() == Type.A
                ? new ARecord(asked.getName(), DClass.IN, MINUTE, InetAddress.getByName("192.0.2.7"))
                : new AAAARecord(asked.getName(), DClass.IN, MINUTE, InetAddress.getByName("2001:db8::7"));
    }

    @Override
    public void close() {
        socket.close();
    }
}
