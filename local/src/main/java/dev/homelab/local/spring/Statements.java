package dev.homelab.local.spring;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;

/**
 * Every SQL statement that a service under test sends, in order. Register it as a bean; {@code COMMIT}, what db-scheduler
 * asks and runs, the renewal of leases and what Spring's timers run are left out, since no user action waits for them.
 */
public final class Statements implements QueryExecutionListener {

    /** How Spring and db-scheduler name the threads of what they run from time to time. */
    private static final List<String> TIMERS = List.of("scheduling-", "db-scheduler-");

    private final List<String> sent = new CopyOnWriteArrayList<>();

    public List<String> sent() {
        return List.copyOf(sent);
    }

    /** What {@code action} sends, whichever thread sends it. */
    public List<String> during(Runnable action) {
        sent.clear();
        action.run();
        return sent();
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (TIMERS.stream().anyMatch(Thread.currentThread().getName()::startsWith)) {
            return;
        }
        queries.stream()
                .map(QueryInfo::getQuery)
                .filter(query -> !query.contains("scheduled_tasks") && !query.contains("shard_lease"))
                .forEach(sent::add);
    }
}
