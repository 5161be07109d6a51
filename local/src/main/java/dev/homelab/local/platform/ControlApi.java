package dev.homelab.local.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The simulator's levers over HTTP, below {@code /simulator}: a JSON object or a form in, JSON out. */
final class ControlApi {

    /** Something one can do, and the parameters that it takes. */
    private record Operation(Set<String> parameters, Function<Parameters, Object> act) {}

    private final PlatformSimulator simulator;
    private final Map<String, Operation> operations = new LinkedHashMap<>();

    ControlApi(PlatformSimulator simulator) {
        this.simulator = simulator;
        offer("GET /simulator/state", given -> state());
        offer("GET /simulator/requests", this::requests, "platform", "endpoint");
        offer("POST /simulator/requests/clear", given -> done(simulator.requests()::clear));
        offer(
                "POST /simulator/accounts",
                this::addAccount,
                "platform",
                "id",
                "login",
                "displayName",
                "email",
                "channel");
        offer("POST /simulator/accounts/ban", on(simulator::ban), "platform", "account");
        offer("POST /simulator/accounts/unban", on(simulator::unban), "platform", "account");
        offer("POST /simulator/grants/revoke", on(simulator::revoke), "platform", "account");
        offer(
                "POST /simulator/lifetimes",
                this::setLifetimes,
                "platform",
                "code",
                "access",
                "grant",
                "testing",
                "unused",
                "rotation",
                "refreshTokens");
        offer("POST /simulator/faults", this::addFault, "platform", "endpoint", "fault", "times", "amount");
        // The page's button for it sits in the form that sets a fault, so the form's fields come along.
        offer(
                "POST /simulator/faults/clear",
                given -> done(simulator.faults()::clear),
                "platform",
                "endpoint",
                "fault",
                "times",
                "amount");
        offer("POST /simulator/allow", this::allow, "url", "account", "scopes");
        offer("POST /simulator/deny", given -> Map.of("location", simulator.deny(given.text("url"))), "url");
    }

    private void offer(String methodAndPath, Function<Parameters, Object> act, String... parameters) {
        operations.put(methodAndPath, new Operation(Set.of(parameters), act));
    }

    private static Function<Parameters, Object> on(BiConsumer<Platform, String> act) {
        return given -> done(() -> act.accept(platform(given), given.text("account")));
    }

    /** Method and path of each operation. */
    List<String> operations() {
        return List.copyOf(operations.keySet());
    }

    Answer answer(Incoming request) {
        String name = request.method() + " " + request.path();
        Operation operation = operations.get(name);
        if (operation == null) {
            throw new IllegalStateException("no operation at " + request.path());
        }
        Parameters given = given(request);
        given.refuseUnknown(operation.parameters(), name);
        Object result = operation.act().apply(given);
        // A browser that posted a form of the page goes back to the page.
        return request.method().equals("POST") && request.header("Accept").contains("text/html")
                ? Answer.redirect(303, "/")
                : Answer.json(200, result);
    }

    private static Parameters given(Incoming request) {
        if (!request.header("Content-Type").startsWith("application/json")) {
            return request.method().equals("GET") ? request.query() : request.form();
        }
        var values = new LinkedHashMap<String, List<String>>();
        for (Map.Entry<String, JsonNode> member : Json.read(request.body()).properties()) {
            values.put(member.getKey(), texts(member.getValue()));
        }
        return new Parameters(values);
    }

    private static List<String> texts(JsonNode value) {
        var texts = new ArrayList<String>();
        if (value.isArray()) {
            value.forEach(element -> texts.add(element.asString()));
        } else {
            texts.add(value.asString());
        }
        return texts;
    }

    private static Object done(Runnable operation) {
        operation.run();
        return Map.of("done", true);
    }

    private static Platform platform(Parameters given) {
        return Platform.named(given.text("platform"));
    }

    private Object requests(Parameters given) {
        List<RecordedRequest> found = simulator.requests().all().stream()
                .filter(request -> given.find("platform") == null || request.platform() == platform(given))
                .filter(request ->
                        given.find("endpoint") == null || request.endpoint() == Endpoint.named(given.text("endpoint")))
                .toList();
        return Json.object("count", found.size(), "requests", found);
    }

    private Object addAccount(Parameters given) {
        boolean channel = !given.text("channel").equals("false");
        if (given.text("id").isEmpty()) {
            return simulator.make(
                    platform(given), given.text("login"), given.text("displayName"), given.text("email"), channel);
        }
        String login = required(given, "login");
        String shown = given.text("displayName").isEmpty() ? login : given.text("displayName");
        Account account =
                new Account(platform(given), given.text("id"), login, shown, given.text("email"), channel, false);
        if (account.platform() == Platform.KICK && !account.id().matches("[0-9]{1,18}")) {
            throw Refused.badRequest("an id at Kick is a number");
        }
        simulator.add(account);
        return account;
    }

    /** What is not given stays; an empty value takes the limit away where there may be none. */
    private Object setLifetimes(Parameters given) {
        Platform platform = platform(given);
        Lifetimes now = simulator.lifetimes(platform);
        simulator.live(
                platform,
                new Lifetimes(
                        Duration.ofSeconds(number(given, "code", now.code().toSeconds(), 1)),
                        Duration.ofSeconds(
                                number(given, "access", now.accessToken().toSeconds(), 1)),
                        seconds(given, "grant", now.grant()),
                        seconds(given, "testing", now.testing()),
                        seconds(given, "unused", now.unused())));
        if (given.find("rotation") != null) {
            simulator.rotate(platform, Rotation.named(given.text("rotation")));
        }
        if (given.find("refreshTokens") != null) {
            simulator.keepRefreshTokens(platform, (int) number(given, "refreshTokens", Integer.MAX_VALUE, 1));
        }
        return state();
    }

    private Object addFault(Parameters given) {
        simulator
                .faults()
                .next(
                        (int) number(given, "times", 1, 1),
                        platform(given),
                        Endpoint.named(given.text("endpoint")),
                        Fault.of(Fault.Kind.named(given.text("fault")), (int) number(given, "amount", 60, 0)));
        return Map.of("waiting", simulator.faults().all());
    }

    private Object allow(Parameters given) {
        List<String> scopes = given.all("scopes");
        String location = scopes.isEmpty()
                ? simulator.allow(given.text("url"), given.text("account"))
                : simulator.allow(given.text("url"), given.text("account"), scopes);
        return Map.of("location", location);
    }

    private Object state() {
        var grants = new ArrayList<Map<String, @Nullable Object>>();
        for (Provider provider : simulator.providers()) {
            for (Grant grant : provider.realm().grants().all()) {
                grants.add(Json.object(
                        "platform",
                        provider.realm().platform().id(),
                        "account",
                        grant.account().login(),
                        "since",
                        grant.since().toString(),
                        "scopes",
                        grant.scopes(),
                        "ended",
                        grant.ended(),
                        "validated",
                        grant.validated() == null ? null : String.valueOf(grant.validated())));
            }
        }
        return Json.object(
                "accounts",
                simulator.accounts(),
                "grants",
                grants,
                "faults",
                simulator.faults().all());
    }

    private static String required(Parameters given, String name) {
        if (given.text(name).isEmpty()) {
            throw Refused.badRequest("the parameter " + name + " is missing");
        }
        return given.text(name);
    }

    private static @Nullable Duration seconds(Parameters given, String name, @Nullable Duration now) {
        if (given.find(name) == null) {
            return now;
        }
        return given.text(name).isEmpty() ? null : Duration.ofSeconds(number(given, name, 0, 1));
    }

    private static long number(Parameters given, String name, long otherwise, int least) {
        String text = given.text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,10}") || Long.parseLong(text) < least || Long.parseLong(text) > Integer.MAX_VALUE) {
            throw Refused.badRequest(
                    "the parameter " + name + " is not a number from " + least + " to " + Integer.MAX_VALUE);
        }
        return Long.parseLong(text);
    }
}
