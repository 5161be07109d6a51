package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.ticket.Answer;
import dev.homelab.discordbot.ticket.TicketView;
import dev.homelab.discordbot.transcript.FileSource;
import java.util.ArrayList;
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

    /** They are held in memory until Discord has them. */
    private static final long MOST_BYTES = 25L * 1024 * 1024;

    private final FileSource source;

    FormFiles(FileSource source) {
        this.source = source;
    }

    /** Those that are larger, too many, or gone, are named in the message alone. */
    List<FileUpload> of(TicketView ticket) {
        List<FileUpload> files = new ArrayList<>();
        long room = MOST_BYTES;
        for (Answer answer : ticket.answers()) {
            for (Answer.File file : answer.files()) {
                if (file.size() <= Math.min(LARGEST, room) && files.size() < MOST) {
                    room -= file.size();
                    fetched(file).ifPresent(files::add);
                }
            }
        }
        return files;
    }

    private Optional<FileUpload> fetched(Answer.File file) {
        return source.bytes(file.url()).map(bytes -> FileUpload.fromData(bytes, file.name()));
    }
}
