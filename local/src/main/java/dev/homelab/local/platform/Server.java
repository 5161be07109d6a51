package dev.homelab.local.platform;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The HTTP side: it records, lets faults happen, and refuses whatever nobody knows. */
final class Server {

    private final Settings settings;
    private final Faults faults;
    private final Requests requests;
    private final Runnable answered;
    private final FaultyWire wire;
    private @Nullable Javalin javalin;

    /** {@code answered} runs after a request has had its effect and before its answer goes out. */
    Server(Settings settings, Faults faults, Requests requests, Runnable answered) {
        this.settings = settings;
        this.faults = faults;
        this.requests = requests;
        this.answered = answered;
        this.wire = new FaultyWire(settings.clock());
    }

    void open(PlatformSimulator simulator) {
        keepQuiet("io.javalin");
        keepQuiet("org.eclipse.jetty");
        javalin = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.startup.startupWatcherEnabled = false;
                    config.concurrency.useVirtualThreads = true;
                    simulator.providers().forEach(provider -> platform(config.routes, provider));
                    control(config.routes, simulator);
                    config.routes.exception(Refused.class, (refused, context) -> refuse(context, refused));
                    config.routes.error(404, Server::refuseUnknown);
                })
                .start(settings.host(), settings.port());
    }

    private static void keepQuiet(String logger) {
        if (LoggerFactory.getLogger(logger) instanceof Logger logback) {
            logback.setLevel(Level.ERROR);
        }
    }

    private void platform(RoutesConfig routes, Provider provider) {
        Platform platform = provider.realm().platform();
        ConsentPage page = new ConsentPage(provider);
        routes.get(
                platform.prefix() + provider.authorizePath(),
                context -> answer(context, platform, Endpoint.AUTHORIZE, page::show));
        routes.post(platform.prefix() + ConsentPage.PATH, plain(page::decide));
        for (Route route : provider.routes()) {
            routes.addHttpHandler(
                    HandlerType.findOrCreate(route.method()),
                    platform.prefix() + route.path(),
                    context -> answer(context, platform, route.endpoint(), route::answer));
        }
    }

    private void control(RoutesConfig routes, PlatformSimulator simulator) {
        routes.get("/", plain(request -> simulator.page()));
        ControlApi control = new ControlApi(simulator);
        for (String operation : control.operations()) {
            String[] words = operation.split(" ", 2);
            routes.addHttpHandler(HandlerType.findOrCreate(words[0]), words[1], plain(control::answer));
        }
    }

    private Handler plain(Function<Incoming, Answer> handler) {
        return context -> {
            Incoming request = incoming(context);
            wire.send(context, guarded(handler, request));
            context.attribute("answered", true);
        };
    }

    private void answer(Context context, Platform platform, Endpoint endpoint, Function<Incoming, Answer> handler) {
        Incoming request = incoming(context);
        requests.add(RecordedRequest.of(settings.clock().instant(), platform, endpoint, request));
        faults.take(platform, endpoint)
                .ifPresentOrElse(
                        fault -> wire.send(context, platform, fault, () -> guarded(handler, bent(request, fault))),
                        () -> wire.send(context, guarded(handler, request)));
        context.attribute("answered", true);
    }

    private static Incoming bent(Incoming request, Fault fault) {
        return fault.kind() == Fault.Kind.INVALID_CLIENT ? request.withAnotherSecret() : request;
    }

    private void refuse(Context context, Refused refused) {
        wire.send(context, refused.answer());
        context.attribute("answered", true);
    }

    private Answer guarded(Function<Incoming, Answer> handler, Incoming request) {
        try {
            return handler.apply(request);
        } catch (Refused refused) {
            return refused.answer();
        } finally {
            answered.run();
        }
    }

    private static Incoming incoming(Context context) {
        String type = context.contentType();
        boolean form = type != null && type.startsWith("application/x-www-form-urlencoded");
        String body = context.body();
        return new Incoming(
                context.method().name(),
                context.path(),
                Parameters.parse(context.queryString()),
                Parameters.parse(form ? body : null),
                context.headerMap(),
                body);
    }

    private static void refuseUnknown(Context context) {
        if (context.attribute("answered") == null) {
            String what = context.method().name() + " " + context.path();
            context.contentType("application/json")
                    .result(Json.write(Json.object("error", "the simulator does not know " + what)));
        }
    }

    int port() {
        if (javalin == null) {
            throw new IllegalStateException("the simulator is not started");
        }
        return javalin.port();
    }

    /** Kick sends 127.0.0.1 to localhost, so localhost it is for all. */
    String origin() {
        return "http://localhost:" + port();
    }

    void close() {
        wire.close();
        if (javalin != null) {
            javalin.stop();
        }
    }
}
