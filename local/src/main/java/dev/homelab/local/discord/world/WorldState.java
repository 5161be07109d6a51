package dev.homelab.local.discord.world;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    static final JsonMapper MAPPER = JsonMapper.builder()
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
}
