package dev.homelab.discordbot.web;

import dev.homelab.discordbot.transcript.Transcript;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A message as the page shows it.
 *
 * @param content safe HTML
 * @param card safe HTML
 */
record MessageView(Transcript.Line line, String content, String card, List<EarlierView> earlier, List<FileView> files) {

    /** What it said before; safe HTML. */
    record EarlierView(Transcript.Earlier version, String content) {}

    record FileView(Transcript.File file, boolean picture, String size) {

        private static FileView of(Transcript.File file) {
            return new FileView(file, Pictures.typeOf(file.name()) != null, size(file.size()));
        }

        private static String size(long bytes) {
            return bytes < 1024 * 1024
                    ? Math.max(1, bytes / 1024) + " KB"
                    : String.format(Locale.ROOT, "%.1f MB", bytes / 1024.0 / 1024.0);
        }
    }

    /** Whoever has spoken in the ticket is named in every message, also where Discord named nobody. */
    static List<MessageView> of(Transcript transcript) {
        Map<String, String> people = new HashMap<>();
        transcript.lines().forEach(line -> people.put("@" + line.authorId(), line.author()));
        return transcript.lines().stream().map(line -> of(line, people)).toList();
    }

    private static MessageView of(Transcript.Line line, Map<String, String> people) {
        Map<String, String> names = new HashMap<>(people);
        names.putAll(line.names());
        DiscordMarkdown markdown = new DiscordMarkdown(names);
        return new MessageView(
                line,
                markdown.html(line.content()),
                markdown.html(line.card()),
                line.earlier().stream()
                        .map(version ->
                                new EarlierView(version, markdown.html(version.content() + "\n" + version.card())))
                        .toList(),
                line.files().stream().map(FileView::of).toList());
    }

    /** A class of the style sheet. */
    public String tone() {
        return (line.note() ? "note " : "")
                + (line.deletedAt() == null ? "" : "deleted ")
                + line.kind().name().toLowerCase(Locale.ROOT);
    }
}
