package dev.homelab.discordbot.api;

import dev.homelab.common.contract.ServersApi;
import dev.homelab.discordbot.discord.ServerCare;
import dev.homelab.discordbot.language.Phrasebook;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ServersController implements ServersApi {

    private final ServerCare care;
    private final Phrasebook phrasebook;

    ServersController(ServerCare care, Phrasebook phrasebook) {
        this.care = care;
        this.phrasebook = phrasebook;
    }

    @Override
    public List<Server> servers() {
        return care.servers().stream()
                .map(state ->
                        new Server(state.id(), state.name(), state.activeThreads(), state.limit(), state.queued()))
                .toList();
    }

    @Override
    public List<Finding> doctor(long id) {
        return care.examine(id).stream()
                .map(finding -> new Finding(
                        finding.severity().name(),
                        phrasebook.say(finding.what(), Locale.ENGLISH),
                        phrasebook.say(finding.mend(), Locale.ENGLISH)))
                .toList();
    }
}
