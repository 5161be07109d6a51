package dev.homelab.discordbot.guild;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.CrudRepository;

/** The panels of all servers. */
public interface Panels extends CrudRepository<Panel, Long> {

    List<Panel> findByGuildIdOrderById(long guildId);

    Optional<Panel> findByIdAndGuildId(long id, long guildId);
}
