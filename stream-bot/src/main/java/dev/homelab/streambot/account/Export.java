package dev.homelab.streambot.account;

import dev.homelab.streambot.audit.AuditLog;
import dev.homelab.streambot.connection.Connection;
import dev.homelab.streambot.connection.Death;
import dev.homelab.streambot.connection.Linking;
import dev.homelab.streambot.connection.Streamer;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Everything that is kept about a streamer, as JSON; of tokens only that they are there. */
@Component
class Export {

    private static final int BATCH = 500;

    private final Linking linking;
    private final AuditLog audit;
    private final JsonMapper json;

    Export(Linking linking, AuditLog audit, JsonMapper json) {
        this.linking = linking;
        this.audit = audit;
        this.json = json;
    }

    private record Link(
            String id,
            String platform,
            String accountId,
            String accountName,
            String picture,
            String state,
            @Nullable String endedBecause,
            List<String> scopes,
            Instant linkedAt,
            Instant grantedAt,
            @Nullable Instant refreshedAt,
            Instant tokenExpiresAt,
            @Nullable Instant grantEnds) {

        static Link of(Connection link) {
            Death death = link.death();
            return new Link(
                    link.id().toString(),
                    link.platform(),
                    link.accountId(),
                    link.accountName(),
                    link.picture(),
                    link.state().name(),
                    death == null ? null : death.code(),
                    List.of(link.scopes().split(" ", -1)),
                    link.linkedAt(),
                    link.grantedAt(),
                    link.refreshedAt(),
                    link.expiresAt(),
                    link.grantEnds());
        }
    }

    /** Written as it is read, since an audit may be long. */
    void write(Streamer streamer, OutputStream to) {
        try (JsonGenerator out = json.createGenerator(to)) {
            out.writeStartObject();
            out.writeStringProperty("id", streamer.id().toString());
            out.writeStringProperty("name", streamer.name());
            out.writePOJOProperty("since", linking.since(streamer));
            out.writePOJOProperty(
                    "links", linking.of(streamer).stream().map(Link::of).toList());
            out.writeArrayPropertyStart("audit");
            writeAudit(streamer, out);
            out.writeEndArray();
            out.writeEndObject();
        }
    }

    private void writeAudit(Streamer streamer, JsonGenerator out) {
        List<AuditLog.Line> batch = audit.page(Long.MAX_VALUE, streamer.id(), null, BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(line -> out.writePOJO(line.entry()));
            batch = audit.page(batch.getLast().id(), streamer.id(), null, BATCH);
        }
    }
}
