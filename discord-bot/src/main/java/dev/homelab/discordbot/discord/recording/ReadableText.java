package dev.homelab.discordbot.discord.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.Component;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.selections.SelectMenu;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.components.tree.MessageComponentTree;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.entities.messages.MessageSnapshot;
import org.jspecify.annotations.Nullable;

/** Embeds, components and forwarded messages as lines that can be read and searched. */
final class ReadableText {

    private ReadableText() {}

    static String of(Message message) {
        List<String> lines = new ArrayList<>();
        message.getEmbeds().forEach(embed -> lines.add(embed(embed)));
        for (MessageSnapshot forwarded : message.getMessageSnapshots()) {
            lines.add("> " + forwarded.getContentRaw().replace("\n", "\n> "));
        }
        MessageComponentTree components = message.getComponentTree();
        components.findAll(TextDisplay.class).forEach(text -> lines.add(text.getContent()));
        String buttons = components.findAll(Component.class, ReadableText::canBePressed).stream()
                .map(ReadableText::label)
                .collect(Collectors.joining(" "));
        add(lines, "", buttons);
        return lines.stream().filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    }

    private static boolean canBePressed(Component component) {
        return component instanceof Button || component instanceof SelectMenu;
    }

    private static String label(Component component) {
        String shown = component instanceof Button button
                ? button.getLabel()
                : component instanceof SelectMenu menu ? menu.getPlaceholder() : "";
        return shown == null || shown.isBlank() ? "" : "[" + shown + "]";
    }

    private static String embed(MessageEmbed embed) {
        List<String> lines = new ArrayList<>();
        add(lines, "", embed.getAuthor() == null ? null : embed.getAuthor().getName());
        if (embed.getTitle() != null) {
            lines.add("**" + embed.getTitle() + "**");
        }
        add(lines, "", embed.getDescription());
        embed.getFields().forEach(field -> lines.add("**" + field.getName() + "**\n" + field.getValue()));
        add(lines, "", embed.getFooter() == null ? null : embed.getFooter().getText());
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, String prefix, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            lines.add(prefix + text);
        }
    }
}
