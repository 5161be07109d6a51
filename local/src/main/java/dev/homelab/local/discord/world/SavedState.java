package dev.homelab.local.discord.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes the world in pieces, each with the lock held for that piece alone. */
final class SavedState {

    private final World world;

    SavedState(World world) {
        this.world = world;
    }

    /** Replaces the file in one step, so that a crash leaves the old or the new one. */
    void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            try (JsonGenerator json = WorldState.MAPPER.createGenerator(Files.newBufferedWriter(fresh))) {
                json.writeStartObject();
                channels(json);
                rest(json);
                json.writeEndObject();
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot save the Discord world to " + file, e);
        }
    }

    private void channels(JsonGenerator json) {
        json.writeName("channels");
        json.writeStartObject();
        for (long id : world.locked(() -> List.copyOf(world.state.channels.keySet()))) {
            String channel = world.locked(() -> channel(id));
            if (channel != null) {
                json.writeName(Long.toString(id));
                json.writeRawValue(channel);
            }
        }
        json.writeEndObject();
    }

    private @Nullable String channel(long id) {
        Channel channel = world.state.channels.get(id);
        return channel == null ? null : WorldState.MAPPER.writeValueAsString(channel);
    }

    /** After the channels, so that the last id is above all of theirs. */
    private void rest(JsonGenerator json) {
        WorldState state = world.state;
        piece(json, "users", state.users);
        piece(json, "guilds", state.guilds);
        piece(json, "commands", state.commands);
        piece(json, "auditLog", state.auditLog);
        json.writeNumberProperty("botId", state.botId);
        json.writeNumberProperty("lastId", world.ids.next());
    }

    private void piece(JsonGenerator json, String name, Object value) {
        json.writeName(name);
        json.writeRawValue(world.locked(() -> WorldState.MAPPER.writeValueAsString(value)));
    }
}
