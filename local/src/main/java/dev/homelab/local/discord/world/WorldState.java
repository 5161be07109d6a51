package dev.homelab.local.discord.world;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** All that a restart of the simulator must not forget. */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
final class WorldState {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(checker -> checker.withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                    .withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                    .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE))
            .build();

    long lastId;
    long botId;
    Map<Long, User> users = new LinkedHashMap<>();
    Map<Long, Guild> guilds = new LinkedHashMap<>();
    Map<Long, Channel> channels = new LinkedHashMap<>();
    List<ObjectNode> commands = new ArrayList<>();
    List<ObjectNode> auditLog = new ArrayList<>();

    static WorldState read(Path file) throws IOException {
        return MAPPER.readValue(Files.readString(file), WorldState.class);
    }

    String write() {
        return MAPPER.writeValueAsString(this);
    }

    /** Replaces the file in one step, so that a crash leaves the old or the new one. */
    static void save(String json, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, json);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
