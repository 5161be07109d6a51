package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.ticket.Answer;
import dev.homelab.discordbot.ticket.TicketView;
import dev.homelab.discordbot.transcript.FileSource;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.utils.FileUpload;
import org.springframework.stereotype.Component;

/** What a member uploaded with the form, to come with the first message, so that the thread keeps it. */
@Component
class FormFiles {

    /** What a bot may upload to a server without boosts. */
    private static final long LARGEST = 10L * 1024 * 1024;

    private static final int MOST = 10;

    private final FileSource source;

    FormFiles(FileSource source) {
        this.source = source;
    }

    /** Those that are larger, or gone, are named in the message alone. */
    List<FileUpload> of(TicketView ticket) {
        return ticket.answers().stream()
                .flatMap(answer -> answer.files().stream())
                .filter(file -> file.size() <= LARGEST)
                .limit(MOST)
                .map(this::fetched)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<FileUpload> fetched(Answer.File file) {
        return source.bytes(file.url()).map(bytes -> FileUpload.fromData(bytes, file.name()));
    }
}
