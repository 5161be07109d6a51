package dev.homelab.discordbot.ticket;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a member answered to one question of the form.
 *
 * @param question the label as the member saw it
 * @param text what they wrote or chose; the names of the files for a question that asks for files
 * @param files addresses of what they uploaded, which Discord serves for about a day
 */
public record Answer(String question, String text, List<File> files) {

    /** One uploaded file. */
    public record File(String name, String url, long size) {}

    /** Answers that were stored before there were files have none. */
    @JsonCreator
    static Answer stored(
            @JsonProperty("question") String question,
            @JsonProperty("text") String text,
            @JsonProperty("files") @Nullable List<File> files) {
        return new Answer(question, text, files == null ? List.of() : files);
    }

    public Answer {
        files = List.copyOf(files);
    }

    public static Answer of(String question, String text) {
        return new Answer(question, text, List.of());
    }
}
