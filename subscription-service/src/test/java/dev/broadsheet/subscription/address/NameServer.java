package dev.broadsheet.subscription.address;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** A DNS server that knows a few names: over real UDP, on a port of its own. */
final class NameServer implements AutoCloseable {

    private static final int LARGEST_QUESTION = 512;

    private final DatagramSocket socket;
    private final Map<Name, List<Record>> zone = new ConcurrentHashMap<>();
    private final Set<Name> silent = ConcurrentHashMap.newKeySet();
    private final Set<Name> broken = ConcurrentHashMap.newKeySet();
    private final List<Name> asked = new CopyOnWriteArrayList<>();

    NameServer() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::answerAll, "name-server");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** A name that exists, with these records or with none. */
    void add(Name name, Record... records) {
        zone.put(name, List.of(records));
    }

    /** Questions for the name stay without an answer. */
    void ignore(Name name) {
        silent.add(name);
    }

    /** Questions for the name are answered with SERVFAIL. */
    void failFor(Name name) {
        broken.add(name);
    }

    long questionsFor(Name name) {
        return asked.stream().filter(name::equals).count();
    }

    @Override
    public void close() {
        socket.close();
    }

    private void answerAll() {
        byte[] buffer = new byte[LARGEST_QUESTION];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                Message question = new Message(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()));
                Name name = question.getQuestion().getName();
                asked.add(name);
                if (!silent.contains(name)) {
                    byte[] answer = answer(question).toWire();
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (SocketException e) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Message answer(Message question) {
        Record asked = question.getQuestion();
        Message answer = new Message(question.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(asked, Section.QUESTION);
        if (broken.contains(asked.getName())) {
            answer.getHeader().setRcode(Rcode.SERVFAIL);
        } else if (!zone.containsKey(asked.getName())) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        } else {
            zone.get(asked.getName()).stream()
                    .filter(record -> record.getType() == asked.getType())
                    .forEach(record -> answer.addRecord(record, Section.ANSWER));
        }
        return answer;
    }
}
