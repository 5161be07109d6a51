package dev.homelab.dashboard.web.settings;

import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Definition;
import dev.homelab.dashboard.check.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A check that is there, as the text of the form's fields; the other way of {@link CheckForm#wanted()}. */
final class CheckFormFields {

    private CheckFormFields() {}

    static CheckForm of(Definition check) {
        Map<String, String> fields = new HashMap<>(target(check.target()));
        fields.put("known", "true");
        fields.put("id", check.id().value());
        fields.put("title", check.title());
        fields.put("group", check.group());
        fields.put("every", text(check.pace().every().toSeconds()));
        fields.put("timeoutMillis", text(check.pace().timeout().toMillis()));
        fields.put("failures", text(check.pace().failures()));
        fields.put("successes", text(check.pace().successes()));
        fields.put("needs", check.needs().stream().map(CheckId::value).sorted().collect(Collectors.joining(", ")));
        fields.put("severity", check.severity().name());
        fields.put("open", Boolean.toString(check.open()));
        return new CheckForm(kind(check.target()), fields);
    }

    private static String kind(Target target) {
        return target.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> target(Target target) {
        return switch (target) {
            case Target.Http http ->
                Map.of(
                        "url", http.url().toString(),
                        "statuses", joined(http.statuses()),
                        "contains", http.contains(),
                        "jsonPath", http.jsonPath(),
                        "equal", http.equal(),
                        "slowMillis", text(http.slowMillis()),
                        "certificateDays", text(http.certificateDays()));
            case Target.Tcp tcp -> Map.of("host", tcp.host(), "port", text(tcp.port()));
            case Target.Dns dns -> Map.of("name", dns.name(), "server", dns.server(), "expected", dns.expected());
            case Target.Postgres postgres ->
                Map.of(
                        "host", postgres.host(),
                        "port", text(postgres.port()),
                        "database", postgres.database(),
                        "user", postgres.user(),
                        "passwordFrom", postgres.passwordFrom());
            case Target.Redis redis ->
                Map.of("host", redis.host(), "port", text(redis.port()), "passwordFrom", redis.passwordFrom());
            case Target.S3 s3 ->
                Map.of(
                        "endpoint", s3.endpoint().toString(),
                        "bucket", s3.bucket(),
                        "userFrom", s3.userFrom(),
                        "passwordFrom", s3.passwordFrom());
            case Target.Push push ->
                Map.of(
                        "expectedSeconds", text(push.expectedEvery().toSeconds()),
                        "graceSeconds", text(push.grace().toSeconds()));
            case Target.Container container -> Map.of("container", container.name());
            case Target.Disk disk -> Map.of("folder", disk.folder(), "percent", text(disk.percent()));
            case Target.Own _ -> Map.of();
        };
    }

    private static String joined(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String text(long number) {
        return Long.toString(number);
    }
}
