package dev.homelab.local.discord.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The routes that the simulator knows; the more literal one wins. */
final class Routes {

    private final List<Route> routes = new ArrayList<>();

    record Match(Route route, Map<String, String> values) {

        /** The path for eyes that must not see an interaction's token. */
        String withoutTokens(String path) {
            String shown = path;
            for (Map.Entry<String, String> value : values.entrySet()) {
                shown = value.getKey().endsWith("_token") ? shown.replace(value.getValue(), "***") : shown;
            }
            return shown;
        }
    }

    void add(String methodAndPath, int status, Route.Handler handler) {
        add(methodAndPath, Route.Auth.BOT, status, handler);
    }

    void add(String methodAndPath, Route.Auth auth, int status, Route.Handler handler) {
        int space = methodAndPath.indexOf(' ');
        routes.add(new Route(
                methodAndPath.substring(0, space), methodAndPath.substring(space + 1), auth, status, handler));
    }

    @Nullable
    Match find(String method, String path) {
        List<String> steps = Route.steps(path);
        Match best = null;
        for (Route route : routes) {
            Map<String, String> values = route.method().equals(method) ? route.match(steps) : null;
            if (values != null && (best == null || values.size() < best.values().size())) {
                best = new Match(route, values);
            }
        }
        return best;
    }
}
