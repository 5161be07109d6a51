package dev.homelab.discordbot.guild;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Writes a server's setup to a file, and takes one over from a file. */
@Component
public class SetupFiles {

    private final GuildSetups setups;
    private final TicketTypes types;
    private final Tags tags;
    private final JsonMapper json;

    SetupFiles(GuildSetups setups, TicketTypes types, Tags tags, JsonMapper json) {
        this.setups = setups;
        this.types = types;
        this.tags = tags;
        this.json = json;
    }

    /** JSON, in UTF-8. */
    @Transactional(readOnly = true)
    public byte[] write(long guildId) {
        GuildSetup setup = setups.findById(guildId).orElseThrow();
        Map<String, String> replies = new TreeMap<>();
        tags.names(guildId).forEach(name -> tags.body(guildId, name).ifPresent(body -> replies.put(name, body)));
        return json.writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(new SetupFile(
                        SetupFile.VERSION,
                        setup.language().toLanguageTag(),
                        setup.limits(),
                        setup.retention(),
                        types.findByGuildIdOrderByPosition(guildId).stream()
                                .map(SetupFile.Type::of)
                                .toList(),
                        replies));
    }

    /**
     * Takes a file's setup over, all or nothing: types are matched by their channels' names; what the file does not
     * name stays.
     *
     * @return how many types it has
     * @throws RefusedSetup when it is not such a file, or says what cannot be
     */
    @Transactional
    public int read(long guildId, byte[] file) {
        SetupFile wanted = parse(file);
        GuildSetup setup = setups.findById(guildId).orElseThrow();
        setup.speak(Locale.forLanguageTag(wanted.language()));
        setup.limit(wanted.limits());
        setup.retain(wanted.retention());
        Map<String, TicketType> known = types.findByGuildIdOrderByPosition(guildId).stream()
                .collect(Collectors.toMap(TicketType::channelName, type -> type));
        int position = 0;
        for (SetupFile.Type type : wanted.types()) {
            take(guildId, position++, type, known);
        }
        wanted.tags().forEach((name, body) -> tags.set(guildId, name, body));
        return wanted.types().size();
    }

    private SetupFile parse(byte[] file) {
        try {
            SetupFile parsed = json.readValue(file, SetupFile.class);
            if (parsed.version() != SetupFile.VERSION
                    || parsed.types().size() > TypeBook.MOST_TYPES
                    || !parsed.types().stream()
                            .allMatch(type -> type.channelName().matches("[a-z0-9-]{1,90}"))) {
                throw new RefusedSetup("file");
            }
            return parsed;
        } catch (JacksonException | NullPointerException e) {
            if (e.getCause() instanceof RefusedSetup refused) {
                throw refused;
            }
            throw new RefusedSetup("file");
        }
    }

    private void take(long guildId, int position, SetupFile.Type wanted, Map<String, TicketType> known) {
        List<Question> questions = wanted.questions();
        TicketType type = known.get(wanted.channelName());
        if (type == null) {
            type = new TicketType(guildId, position, wanted.name(), wanted.emoji(), wanted.channelName(), questions);
        }
        type.moveTo(position);
        type.rename(wanted.name(), wanted.emoji());
        type.retire(wanted.retired());
        type.priority(wanted.priority());
        type.ask(questions);
        type.limit(wanted.limits());
        type.times(wanted.times());
        type.open(wanted.hours());
        types.save(type);
    }
}
