package dev.homelab.discordbot.guild;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Knows the servers that the bot is in; a new one starts with the default types. */
@Component
public class GuildRegistry {

    private final GuildSetups setups;
    private final TicketTypes types;

    GuildRegistry(GuildSetups setups, TicketTypes types) {
        this.setups = setups;
        this.types = types;
    }

    @Transactional
    public GuildSetup joined(long guildId, String name) {
        GuildSetup setup = setups.findById(guildId).orElseGet(() -> welcome(guildId, name));
        setup.rename(name);
        return setup;
    }

    public List<TicketType> typesOf(long guildId) {
        return types.findByGuildIdOrderByPosition(guildId);
    }

    public TicketType type(long typeId) {
        return types.findById(typeId).orElseThrow(() -> new IllegalArgumentException("no ticket type " + typeId));
    }

    /** The server's next ticket number, in one statement; two openers never get the same. */
    @Transactional
    public long takeTicketNumber(long guildId) {
        return setups.takeTicketNumber(guildId);
    }

    public void save(GuildSetup setup) {
        setups.save(setup);
    }

    public void save(TicketType type) {
        types.save(type);
    }

    private GuildSetup welcome(long guildId, String name) {
        GuildSetup setup = setups.save(new GuildSetup(guildId, name));
        int position = 0;
        for (DefaultType type : DefaultType.values()) {
            types.save(new TicketType(guildId, position++, type));
        }
        return setup;
    }
}
