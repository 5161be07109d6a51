package dev.homelab.local.discord.rest;

import dev.homelab.local.discord.world.Actor;
import dev.homelab.local.discord.world.DiscordError;
import dev.homelab.local.discord.world.DiscordException;
import dev.homelab.local.discord.world.Json;
import dev.homelab.local.discord.world.World;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Answers {@code /api/v10/**}. */
public final class RestApi {

    public static final String PREFIX = "/api/v10";

    private static final Logger LOG = LoggerFactory.getLogger(RestApi.class);

    private final World world;
    private final Clock clock;
    private final String botToken;
    private final Bearers bearers;
    private final Witness witness;
    private final RateLimits rateLimits;
    private final Routes routes = new Routes();
    private final Requests requests = new Requests();
    private final Faults faults = new Faults();

    public RestApi(
            World world,
            Clock clock,
            String botToken,
            Limits limits,
            Bearers bearers,
            Witness witness,
            Gateways gateways) {
        this.world = world;
        this.clock = clock;
        this.botToken = botToken;
        this.bearers = bearers;
        this.witness = witness;
        this.rateLimits = new RateLimits(clock, limits);
        new ChannelRoutes(world).addTo(routes);
        new MessageRoutes(world).addTo(routes);
        new PinRoutes(world).addTo(routes);
        new ThreadRoutes(world).addTo(routes);
        new GuildRoutes(world).addTo(routes);
        new BanRoutes(world).addTo(routes);
        new ApplicationRoutes(world, gateways).addTo(routes);
        new InteractionRoutes(world).addTo(routes);
    }

    public Requests requests() {
        return requests;
    }

    public Faults faults() {
        return faults;
    }

    public Limits limits() {
        return rateLimits.limits();
    }

    public void limits(Limits limits) {
        rateLimits.limits(limits);
    }

    /** How many answers of the last ten minutes count towards Discord's ban of an address at 10,000. */
    public int invalidRequests() {
        return rateLimits.invalidRequests();
    }

    private record Answer(int status, @Nullable JsonNode body) {

        static Answer of(DiscordError error) {
            return new Answer(error.status(), error.json());
        }
    }

    /** Answers one request. */
    public void handle(Context context) {
        requests.begin();
        String method = context.method().name();
        String path = path(context);
        Routes.Match match = routes.find(method, path);
        AtomicReference<Body> body = new AtomicReference<>(Body.NONE);
        Answer answer = Answer.of(DiscordError.INTERNAL);
        try {
            LockSupport.parkNanos(faults.latency().toNanos());
            answer = match == null ? unknown(method, path) : serve(context, match, body);
        } catch (DiscordException e) {
            answer = Answer.of(e.error());
        } catch (RuntimeException e) {
            LOG.warn("{} {} failed in the simulator: {}", method, path, e.toString());
        } finally {
            JsonNode content = body.get().content();
            requests.end(exchange(method, path, match, answer.status(), content));
        }
        witness(match, context, body.get(), answer);
        write(context, answer);
    }

    private Exchange exchange(
            String method, String path, Routes.@Nullable Match match, int status, @Nullable JsonNode content) {
        String route = match == null ? path : match.route().path();
        boolean counted = match == null || match.route().counted();
        String shown = match == null ? path : match.withoutTokens(path);
        return new Exchange(clock.instant(), method, route, shown, status, counted, content);
    }

    private void witness(Routes.@Nullable Match match, Context context, Body body, Answer answer) {
        if (match != null) {
            witness.exchange(
                    match.route().method(),
                    match.route().path(),
                    context.queryParamMap(),
                    body.content(),
                    answer.status(),
                    answer.body());
        }
    }

    /**
     * Answers one request that is no part of Discord's described API, but is kept among the requests and meets faults all
     * the same.
     *
     * @param shown the form as it may be seen: without secrets
     */
    public void keep(Context context, String route, JsonNode shown, Runnable answer) {
        requests.begin();
        try {
            LockSupport.parkNanos(faults.latency().toNanos());
            Faults.Fault fault = faults.next(context.method().name(), route, route);
            if (fault == null || fault.performed()) {
                answer.run();
            }
            if (fault != null) {
                writeFault(context, fault);
            }
        } finally {
            int status = context.status().getCode();
            String method = context.method().name();
            requests.end(new Exchange(clock.instant(), method, route, route, status, false, shown));
        }
    }

    private static void writeFault(Context context, Faults.Fault fault) {
        Faults.Written written = fault.written();
        if (written != null) {
            written.headers().forEach(context::header);
            context.status(fault.status()).contentType(written.contentType()).result(written.body());
        } else if (fault.scope() == null) {
            write(context, failed(fault));
        } else {
            write(context, new Answer(429, new TooMany(fault.scope(), fault.delay()).write(context)));
        }
    }

    private static String path(Context context) {
        return decoded(context.path().substring(PREFIX.length()));
    }

    private Answer unknown(String method, String path) {
        int status = witness.knows(method, path) ? 501 : 404;
        return new Answer(
                status, DiscordError.notSimulated(status, method + " " + path).json());
    }

    private Answer serve(Context context, Routes.Match match, AtomicReference<Body> seen) {
        if (rateLimits.banned()) {
            return new Answer(429, Json.object().put("message", "banned after 10,000 invalid requests"));
        }
        Bearers.Grant grant = grant(context, match.route().auth());
        Body body = Body.read(context);
        seen.set(body);
        Call call = call(context, match, body, grant);
        Faults.Fault fault = faults.next(match.route().method(), match.route().path(), path(context));
        TooMany tooMany = fault != null && fault.scope() != null
                ? new TooMany(fault.scope(), fault.delay())
                : rateLimits.take(call, context);
        if (tooMany != null) {
            rateLimits.answered(429, tooMany.scope() == TooMany.Scope.SHARED);
            return new Answer(429, tooMany.write(context));
        }
        if (fault != null && !fault.performed() && !fault.passes()) {
            return failed(fault);
        }
        Answer answer = perform(context, call);
        rateLimits.answered(answer.status(), false);
        return fault == null || fault.passes() ? answer : failed(fault);
    }

    private static Answer failed(Faults.Fault fault) {
        return new Answer(
                fault.status(),
                Json.object().put("message", "simulated failure").put("code", 0));
    }

    private Answer perform(Context context, Call call) {
        try {
            JsonNode answer = world.locked(() -> RenameLimit.answer(world, call, context));
            if (context.status().getCode() == 429 && answer != null) {
                return new Answer(429, answer);
            }
            return new Answer(answer == null ? 204 : call.route().status(), answer);
        } catch (DiscordException e) {
            return Answer.of(e.error());
        } catch (JacksonException | ClassCastException e) {
            return Answer.of(DiscordError.wrongKind());
        }
    }

    /** Whose bearer token it is, null for the bot or nobody; refused with 401 when the route wants another. */
    private Bearers.@Nullable Grant grant(Context context, Route.Auth auth) {
        String header = context.header("Authorization");
        Bearers.Grant grant = header != null && header.startsWith("Bearer ")
                ? bearers.find(header.substring("Bearer ".length()))
                : null;
        boolean bot = ("Bot " + botToken).equals(header);
        boolean lets = auth == Route.Auth.NONE
                || (bot && auth != Route.Auth.BEARER)
                || (grant != null && auth != Route.Auth.BOT);
        if (!lets) {
            rateLimits.answered(401, false);
            throw DiscordError.UNAUTHORIZED.exception();
        }
        return grant;
    }

    private Call call(Context context, Routes.Match match, Body body, Bearers.@Nullable Grant grant) {
        String reason = context.header("X-Audit-Log-Reason");
        long actor = grant == null ? world.botId() : grant.userId();
        return new Call(
                match.route(),
                match.values(),
                context.queryParamMap(),
                body.content(),
                body.files(),
                new Actor(actor, reason == null ? null : decoded(reason)),
                grant);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static void write(Context context, Answer answer) {
        context.status(answer.status());
        if (answer.body() != null) {
            context.contentType("application/json").result(Json.MAPPER.writeValueAsString(answer.body()));
        }
    }
}
