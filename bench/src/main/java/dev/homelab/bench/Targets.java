package dev.homelab.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What is checked: answers at once, hangs where it is told to, and keeps when it was asked. */
final class Targets implements AutoCloseable {

    /** So much before its turn counts as in time, not as a whole turn late. */
    private static final Duration EARLY = Duration.ofMillis(250);

    private static final Queue<Long> NONE = new ConcurrentLinkedQueue<>();

    private final Map<String, Queue<Long>> asked = new ConcurrentHashMap<>();
    private final Map<String, Long> phases = new ConcurrentHashMap<>();
    private final Queue<Long> failures = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;
    private volatile long begin;
    private volatile int hanging;
    private volatile int failing = -1;

    Targets() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String at(int number) {
        return "http://localhost:" + server.getAddress().getPort() + "/" + number;
    }

    /** The first so many hang from now on. */
    void hang(int many) {
        hanging = many;
    }

    /** That one fails from now on; -1 for none. */
    void fail(int number) {
        failing = number;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        int number = numberOf(path);
        asked.computeIfAbsent(path, _ -> new ConcurrentLinkedQueue<>()).add(System.nanoTime());
        if (number < hanging) {
            hang();
        }
        exchange.sendResponseHeaders(number == failing ? 500 : 200, -1);
        exchange.close();
        if (number == failing) {
            failures.add(System.nanoTime());
        }
    }

    private void hang() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void forget() {
        asked.clear();
        begin = System.nanoTime();
    }

    /** When the second question since {@link #fail} was answered badly, from which on that may be believed. */
    Optional<Long> secondFailure() {
        return failures.stream().skip(1).findFirst();
    }

    /**
     * How late each question came, in milliseconds, counted from the earliest that each target's pace allows: the earliest
     * of the first measurement, so that what delays all of a later one is seen.
     */
    List<Long> lateness(Duration pace, int fromNumber) {
        List<Long> late = new ArrayList<>();
        asked.forEach((path, times) -> {
            if (numberOf(path) >= fromNumber) {
                late.addAll(lateness(path, List.copyOf(times), pace.toNanos()));
            }
        });
        return late;
    }

    private List<Long> lateness(String path, List<Long> times, long pace) {
        long phase = phases.computeIfAbsent(path, _ -> earliest(times, pace));
        return times.stream()
                .map(time -> time - phase - turn(time, phase, pace) * pace)
                .map(late -> TimeUnit.NANOSECONDS.toMillis(Math.max(0, late)))
                .toList();
    }

    private static long earliest(List<Long> times, long pace) {
        long first = times.getFirst();
        return times.stream()
                .mapToLong(time -> time - Math.round((double) (time - first) / pace) * pace)
                .min()
                .orElseThrow();
    }

    private static long turn(long time, long phase, long pace) {
        return Math.floorDiv(time - phase + EARLY.toNanos(), pace);
    }

    /** How many questions did not come at all in the turns that have ended since {@link #forget}; after {@link #lateness}. */
    long missed(Duration pace, int fromNumber, int targets) {
        long end = System.nanoTime();
        return IntStream.range(fromNumber, targets)
                .mapToLong(number -> missed("/" + number, pace.toNanos(), end))
                .sum();
    }

    private long missed(String path, long pace, long end) {
        Long phase = phases.get(path);
        if (phase == null) {
            return (end - begin) / pace;
        }
        Set<Long> seen = asked.getOrDefault(path, NONE).stream()
                .map(time -> turn(time, phase, pace))
                .collect(Collectors.toSet());
        long first = Math.ceilDiv(begin - phase, pace);
        long beyond = turn(end, phase, pace);
        return LongStream.range(first, beyond)
                .filter(turn -> !seen.contains(turn))
                .count();
    }

    private static int numberOf(String path) {
        return Integer.parseInt(path.substring(1));
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
