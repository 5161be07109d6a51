package dev.homelab.discordbot.discord.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;
import org.springframework.stereotype.Component;

/** All subcommands, by their paths, and how Discord is told of them. */
@Component
class CommandBook {

    static final String ABOUT_THIS = "Open a ticket about this";

    private final Map<String, Subcommand> byPath = new LinkedHashMap<>();

    CommandBook(List<Subcommands> subjects) {
        subjects.stream()
                .flatMap(subject -> subject.all().stream())
                .forEach(subcommand -> byPath.put(subcommand.path(), subcommand));
    }

    Optional<Subcommand> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    List<CommandData> forDiscord() {
        List<CommandData> all = new ArrayList<>();
        all.add(slash("ticket"));
        all.add(slash("tickets").setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER)));
        all.add(Commands.message(ABOUT_THIS)
                .setContexts(InteractionContextType.GUILD)
                .setLocalizationFunction(new CommandTexts()));
        return all;
    }

    private SlashCommandData slash(String name) {
        SlashCommandData command = Commands.slash(name, CommandTexts.english(name + ".description"))
                .setContexts(InteractionContextType.GUILD)
                .setLocalizationFunction(new CommandTexts());
        Map<String, SubcommandGroupData> groups = new LinkedHashMap<>();
        for (Subcommand subcommand : byPath.values()) {
            List<String> words = List.of(subcommand.path().split(" "));
            if (words.getFirst().equals(name) && words.size() == 2) {
                command.addSubcommands(data(subcommand));
            } else if (words.getFirst().equals(name)) {
                groups.computeIfAbsent(words.get(1), group -> group(name, group))
                        .addSubcommands(data(subcommand));
            }
        }
        return command.addSubcommandGroups(groups.values());
    }

    private static SubcommandGroupData group(String command, String name) {
        return new SubcommandGroupData(name, CommandTexts.english(command + "." + name + ".description"));
    }

    private static SubcommandData data(Subcommand subcommand) {
        return new SubcommandData(subcommand.name(), CommandTexts.english(subcommand.key() + ".description"))
                .addOptions(subcommand.options().stream()
                        .map(option -> data(subcommand.key(), option))
                        .toList());
    }

    private static OptionData data(String key, Option option) {
        String texts = key + ".options." + option.name();
        OptionData data = new OptionData(
                option.type(),
                option.name(),
                CommandTexts.english(texts + ".description"),
                option.required(),
                option.suggestions() != null);
        option.choices().forEach(value -> data.addChoices(choice(texts, value)));
        if (option.type() == OptionType.STRING && option.most() > 0) {
            data.setMaxLength(option.most());
        }
        if (option.type() == OptionType.INTEGER) {
            data.setRequiredRange(option.least(), option.most());
        }
        return data;
    }

    private static Command.Choice choice(String texts, String value) {
        String name = value.toLowerCase(Locale.ROOT);
        return new Command.Choice(CommandTexts.english(texts + ".choices." + name + ".name"), value)
                .setNameLocalizations(new CommandTexts().apply(texts + ".choices." + name + ".name"));
    }
}
