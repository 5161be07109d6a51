package dev.homelab.local.discord.rest;

import java.time.Duration;

/**
 * How much the simulator lets through.
 *
 * @param perSecond requests of any kind in a second, 0 for no such limit
 * @param perRoute whether each route has its own bucket
 * @param threadStarts new threads in one channel during {@code threadWindow}, whoever makes them; 0 for no such limit.
 *     Discord publishes no figure, only that waits take minutes (discord-api-docs issue 7816)
 */
public record Limits(int perSecond, boolean perRoute, int threadStarts, Duration threadWindow) {

    public static final Limits DISCORD = new Limits(50, true, 50, Duration.ofMinutes(5));
    public static final Limits OFF = new Limits(0, false, 0, Duration.ZERO);

    public Limits withPerSecond(int requests) {
        return new Limits(requests, perRoute, threadStarts, threadWindow);
    }

    public Limits withPerRoute(boolean on) {
        return new Limits(perSecond, on, threadStarts, threadWindow);
    }

    public Limits withThreadStarts(int starts, Duration window) {
        return new Limits(perSecond, perRoute, starts, window);
    }
}
