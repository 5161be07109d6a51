package dev.homelab.discordbot.discord.command;

import java.util.List;
import java.util.function.Consumer;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import org.jspecify.annotations.Nullable;

/**
 * One thing to say after {@code /ticket} or {@code /tickets}.
 *
 * @param path as Discord spells it, for example {@code tickets type add}
 * @param answering does it, after the person has been told to wait; null when {@code immediate} does
 * @param immediate does it at once, for what cannot follow a deferral, such as a form
 */
record Subcommand(
        String path,
        List<Option> options,
        @Nullable Answering answering,
        @Nullable Consumer<SlashCommandInteractionEvent> immediate) {

    /** What it does, and what is said afterwards. */
    @FunctionalInterface
    interface Answering {
        Reply answer(CommandCall call);
    }

    static Subcommand of(String path, List<Option> options, Answering answering) {
        return new Subcommand(path, options, answering, null);
    }

    static Subcommand immediate(String path, List<Option> options, Consumer<SlashCommandInteractionEvent> act) {
        return new Subcommand(path, options, null, act);
    }

    /** Its last word, for example {@code add}. */
    String name() {
        return path.substring(path.lastIndexOf(' ') + 1);
    }

    /** Where its texts are found: {@code tickets.type.add}. */
    String key() {
        return path.replace(' ', '.');
    }
}
