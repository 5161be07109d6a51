package dev.homelab.common.contract;

import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** How the Discord servers are doing; version 1. Problems as in {@link TicketsApi}. */
@HttpExchange("/internal/v1/servers")
public interface ServersApi {

    /** The servers that the asked instance is connected to. */
    @GetExchange
    List<Server> servers();

    /**
     * What the doctor finds in a server, the worst first; costs Discord two calls at most, and none for panels that were
     * there before.
     */
    @GetExchange("/{id}/doctor")
    List<Finding> doctor(@PathVariable long id);

    /**
     * One server.
     *
     * @param activeThreads of everybody, of which Discord allows 1,000
     * @param limit above which idle tickets are parked
     * @param queued tickets that wait for room
     */
    record Server(long id, String name, int activeThreads, int limit, int queued) {}

    /**
     * One thing that the doctor says.
     *
     * @param severity FINE, WARNING or ERROR
     * @param what a sentence for people, in English
     * @param mend what can be done about it
     */
    record Finding(String severity, String what, String mend) {}
}
