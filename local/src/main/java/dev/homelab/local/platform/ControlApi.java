package dev.homelab.local.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The simulator's levers over HTTP, below {@code /simulator}: a JSON object or a form in, JSON out. */
final class ControlApi {

    private final PlatformSimulator simulator;
    private final Map<String, Function<Parameters, Object>> operations = new LinkedHashMap<>();

    ControlApi(PlatformSimulator simulator) {
        this.simulator = simulator;
        operations.put("GET /simulator/state", given -> state());
        operations.put("GET /simulator/requests", this::requests);
        operations.put("POST /simulator/requests/clear", given -> done(simulator.requests()::clear));
        operations.put("POST /simulator/accounts", this::addAccount);
        operations.put(
                "POST /simulator/accounts/ban", given -> done(() -> simulator.ban(platform(given), account(given))));
        operations.put(
                "POST /simulator/accounts/unban",
                given -> done(() -> simulator.unban(platform(given), account(given))));
        operations.put(
                "POST /simulator/grants/revoke",
                given -> done(() -> simulator.revoke(platform(given), account(given))));
        operations.put("POST /simulator/lifetimes", this::setLifetimes);
        operations.put("POST /simulator/faults", this::addFault);
        operations.put("POST /simulator/faults/clear", given -> done(simulator.faults()::clear));
        operations.put("POST /simulator/allow", this::allow);
        operations.put("POST /simulator/deny", given -> Map.of("location", simulator.deny(given.text("url"))));
    }

    /** Method and path of each operation. */
    List<String> operations() {
        return List.copyOf(operations.keySet());
    }

    Answer answer(Incoming request) {
        Function<Parameters, Object> operation = operations.get(request.method() + " " + request.path());
        if (operation == null) {
            throw new IllegalStateException("no operation at " + request.path());
        }
        Object result = operation.apply(given(request));
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

    private static String account(Parameters given) {
        return given.text("account");
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
        Account account = new Account(
                platform(given),
                required(given, "id"),
                required(given, "login"),
                given.find("displayName") == null ? given.text("login") : given.text("displayName"),
                given.text("email"),
                channel,
                false);
        if (account.platform() == Platform.KICK && !account.id().matches("[0-9]{1,18}")) {
            throw Refused.badRequest("an id at Kick is a number");
        }
        simulator.add(account);
        return account;
    }

    private Object setLifetimes(Parameters given) {
        Lifetimes now = simulator.lifetimes(platform(given));
        simulator.live(
                platform(given),
                new Lifetimes(
                        seconds(given, "code", now.code()),
                        seconds(given, "access", now.accessToken()),
                        given.text("grant").isEmpty() ? null : seconds(given, "grant", Duration.ZERO)));
        if (given.find("rotation") != null) {
            simulator.rotate(platform(given), Rotation.named(given.text("rotation")));
        }
        return state();
    }

    private Object addFault(Parameters given) {
        simulator
                .faults()
                .next(
                        number(given, "times", 1),
                        platform(given),
                        Endpoint.named(given.text("endpoint")),
                        Fault.of(Fault.Kind.named(given.text("fault")), number(given, "amount", 60)));
        return Map.of("waiting", simulator.faults().all());
    }

    private Object allow(Parameters given) {
        List<String> scopes = given.all("scopes");
        String location = scopes.isEmpty()
                ? simulator.allow(given.text("url"), account(given))
                : simulator.allow(given.text("url"), account(given), scopes);
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
                        grant.ended()));
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

    private static Duration seconds(Parameters given, String name, Duration otherwise) {
        return Duration.ofSeconds(number(given, name, (int) otherwise.toSeconds()));
    }

    private static int number(Parameters given, String name, int otherwise) {
        String text = given.text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw Refused.badRequest("the parameter " + name + " is not a number");
        }
    }
}
