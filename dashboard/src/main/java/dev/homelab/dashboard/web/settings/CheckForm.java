package dev.homelab.dashboard.web.settings;

import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.InvalidCheck;
import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.check.Severity;
import dev.homelab.dashboard.check.Target;
import dev.homelab.dashboard.check.Wanted;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A check as the form has it: everything is text, and only what its kind needs is read. */
record CheckForm(String kind, Map<String, String> fields) {

    /** The kinds that people may add, and the fields of each. */
    static final Map<String, List<String>> KINDS = new TreeMap<>(Map.of(
            "http", List.of("url", "statuses", "contains", "jsonPath", "equal", "slowMillis", "certificateDays"),
            "tcp", List.of("host", "port"),
            "dns", List.of("name", "server", "expected"),
            "postgres", List.of("host", "port", "database", "user", "passwordFrom"),
            "redis", List.of("host", "port", "passwordFrom"),
            "s3", List.of("endpoint", "bucket", "userFrom", "passwordFrom"),
            "push", List.of("expectedSeconds", "graceSeconds"),
            "container", List.of("container"),
            "disk", List.of("folder", "percent")));

    /** Whether it is of a check that is there already. */
    public boolean known() {
        return "true".equals(field("known"));
    }

    public String field(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    /**
     * The check.
     *
     * @throws InvalidCheck when it cannot be
     */
    Wanted wanted() {
        return new Wanted(
                new CheckId(field("id")),
                field("title"),
                target(),
                field("group").isEmpty() ? null : field("group"),
                numberOrNull("every"),
                numberOrNull("timeoutMillis"),
                numberOrNull("failures"),
                numberOrNull("successes"),
                list("needs").stream().map(CheckId::new).toList(),
                severity(),
                "true".equals(field("open")));
    }

    private Severity severity() {
        return Arrays.stream(Severity.values())
                .filter(one -> one.name().equals(field("severity")))
                .findFirst()
                .orElse(Severity.WARNING);
    }

    private Target target() {
        return switch (kind) {
            case "http" ->
                new Target.Http(
                        uri("url"),
                        list("statuses").stream().map(CheckForm::number).toList(),
                        field("contains"),
                        field("jsonPath"),
                        field("equal"),
                        number("slowMillis", 0),
                        number("certificateDays", 14));
            case "tcp" -> new Target.Tcp(field("host"), number("port", 0));
            case "dns" -> new Target.Dns(field("name"), field("server"), field("expected"));
            case "postgres" ->
                new Target.Postgres(
                        field("host"), number("port", 5432), field("database"), field("user"), field("passwordFrom"));
            case "redis" -> new Target.Redis(field("host"), number("port", 6379), field("passwordFrom"));
            case "s3" -> new Target.S3(uri("endpoint"), field("bucket"), field("userFrom"), field("passwordFrom"));
            case "push" ->
                new Target.Push(
                        Duration.ofSeconds(number("expectedSeconds", 86_400)),
                        Duration.ofSeconds(number("graceSeconds", 3600)));
            case "container" -> new Target.Container(field("container"));
            case "disk" -> new Target.Disk(field("folder"), number("percent", 10));
            default -> throw new InvalidCheck(Said.of("invalid.incomplete"));
        };
    }

    private URI uri(String name) {
        try {
            return URI.create(field(name));
        } catch (IllegalArgumentException e) {
            throw new InvalidCheck(Said.of("invalid.url", field(name)));
        }
    }

    private List<String> list(String name) {
        return Arrays.stream(field(name).split("[,\\s]+"))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private @Nullable Integer numberOrNull(String name) {
        return field(name).isEmpty() ? null : Integer.valueOf(number(field(name)));
    }

    private int number(String name, int otherwise) {
        return field(name).isEmpty() ? otherwise : number(field(name));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new InvalidCheck(Said.of("invalid.number", text));
        }
    }
}
