package dev.homelab.local.platform;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The requests that clients have made: a ring of the newest. */
public final class Requests {

    private final Deque<RecordedRequest> requests = new ArrayDeque<>();

    private final int kept;

    Requests(int kept) {
        this.kept = kept;
    }

    synchronized void add(RecordedRequest request) {
        if (requests.size() == kept) {
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
