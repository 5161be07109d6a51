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
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** What is checked: answers at once, hangs where it is told to, and keeps when it was asked. */
final class Targets implements AutoCloseable {

    private final Map<String, Queue<Long>> asked = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;
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
        int number = Integer.parseInt(path.substring(1));
        asked.computeIfAbsent(path, _ -> new ConcurrentLinkedQueue<>()).add(System.nanoTime());
        if (number < hanging) {
            hang();
        }
        exchange.sendResponseHeaders(number == failing ? 500 : 200, -1);
        exchange.close();
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
    }

    /** How late each question came, in milliseconds, counted from the earliest that each target's pace allows. */
    List<Long> lateness(Duration pace, int fromNumber) {
        List<Long> late = new ArrayList<>();
        asked.forEach((path, times) -> {
            if (Integer.parseInt(path.substring(1)) >= fromNumber) {
                late.addAll(lateness(List.copyOf(times), pace.toNanos()));
            }
        });
        return late;
    }

    private static List<Long> lateness(List<Long> times, long pace) {
        List<Long> shifted = new ArrayList<>();
        for (long time : times) {
            long turn = Math.round((double) (time - times.getFirst()) / pace);
            shifted.add(time - turn * pace);
        }
        long earliest = shifted.stream().mapToLong(Long::longValue).min().orElse(0);
        return shifted.stream()
                .map(time -> TimeUnit.NANOSECONDS.toMillis(time - earliest))
                .toList();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
