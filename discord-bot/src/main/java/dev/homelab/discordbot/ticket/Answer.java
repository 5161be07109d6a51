package dev.homelab.discordbot.ticket;

import java.util.List;

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

    public Answer {
        files = List.copyOf(files);
    }

    public static Answer of(String question, String text) {
        return new Answer(question, text, List.of());
    }
}
