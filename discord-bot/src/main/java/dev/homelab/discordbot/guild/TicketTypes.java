package dev.homelab.discordbot.guild;

import java.util.List;
import org.springframework.data.repository.CrudRepository;

interface TicketTypes extends CrudRepository<TicketType, Long> {

    List<TicketType> findByGuildIdOrderByPosition(long guildId);
}
