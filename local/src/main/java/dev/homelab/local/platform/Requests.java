package dev.homelab.local.platform;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The requests that clients have made: the last 5,000 of them. */
public final class Requests {

    private static final int KEPT = 5_000;

    private final Deque<RecordedRequest> requests = new ArrayDeque<>();

    Requests() {}

    synchronized void add(RecordedRequest request) {
        if (requests.size() == KEPT) {
            requests.removeFirst();
        }
        requests.addLast(request);
    }

    /** All of them, oldest first. */
    public synchronized List<RecordedRequest> all() {
        return List.copyOf(requests);
    }

    public List<RecordedRequest> to(Platform platform, Endpoint endpoint) {
        return all().stream()
                .filter(request -> request.platform() == platform && request.endpoint() == endpoint)
                .toList();
    }

    public int count(Platform platform, Endpoint endpoint) {
        return to(platform, endpoint).size();
    }

    public synchronized void clear() {
        requests.clear();
    }
}
