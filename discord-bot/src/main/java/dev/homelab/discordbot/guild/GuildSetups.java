package dev.homelab.discordbot.guild;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface GuildSetups extends CrudRepository<GuildSetup, Long> {

    @Query(nativeQuery = true, value = """
            UPDATE guild_setup SET last_ticket_number = last_ticket_number + 1
            WHERE guild_id = :guildId RETURNING last_ticket_number
            """)
    long takeTicketNumber(long guildId);

    @Query("select g.guildId from GuildSetup g")
    List<Long> ids();
}
