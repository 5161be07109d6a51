package dev.homelab.discordbot.guild;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Knows the servers that the bot is in; a new one starts with the default types. */
@Component
public class GuildRegistry {

    private final GuildSetups setups;
    private final TicketTypes types;
    private final DefaultTypes defaults;

    GuildRegistry(GuildSetups setups, TicketTypes types, DefaultTypes defaults) {
        this.setups = setups;
        this.types = types;
        this.defaults = defaults;
    }

    @Transactional
    public GuildSetup joined(long guildId, String name, Locale language) {
        GuildSetup setup = setups.findById(guildId).orElseGet(() -> welcome(guildId, name, language));
        setup.rename(name);
        return setup;
    }

    /** Of every server that the bot was ever in. */
    public List<Long> ids() {
        return setups.ids();
    }

    public Optional<GuildSetup> find(long guildId) {
        return setups.findById(guildId);
    }

    public GuildSetup get(long guildId) {
        return find(guildId).orElseThrow(() -> new RefusedSetup("no-server"));
    }

    /** All types in their order, the retired ones too: they keep their channels. */
    public List<TicketType> typesOf(long guildId) {
        return types.findByGuildIdOrderByPosition(guildId);
    }

    /** Those that take new tickets. */
    public List<TicketType> openTypesOf(long guildId) {
        return typesOf(guildId).stream().filter(type -> !type.retired()).toList();
    }

    public TicketType type(long typeId) {
        return types.findById(typeId).orElseThrow(() -> new RefusedSetup("no-type"));
    }

    /** The type of that id in that server; nobody reaches another server's by its id. */
    public Optional<TicketType> type(long guildId, long typeId) {
        return types.findById(typeId).filter(type -> type.guildId() == guildId);
    }

    /** The server's next ticket number, in one statement; two openers never get the same, and wait for each other. */
    @Transactional
    public long takeTicketNumber(long guildId) {
        return setups.takeTicketNumber(guildId);
    }

    public void save(GuildSetup setup) {
        setups.save(setup);
    }

    public TicketType save(TicketType type) {
        return types.save(type);
    }

    private GuildSetup welcome(long guildId, String name, Locale language) {
        GuildSetup setup = setups.save(new GuildSetup(guildId, name, language));
        types.saveAll(defaults.of(guildId, language));
        return setup;
    }
}
