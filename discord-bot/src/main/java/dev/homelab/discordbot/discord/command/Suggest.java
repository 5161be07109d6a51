package dev.homelab.discordbot.discord.command;

import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.Tags;
import java.util.List;
import java.util.Locale;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import org.springframework.stereotype.Component;

/** Options whose values are suggested while they are typed. */
@Component
class Suggest {

    private final GuildRegistry guilds;
    private final Tags tags;

    Suggest(GuildRegistry guilds, Tags tags) {
        this.guilds = guilds;
        this.tags = tags;
    }

    /** One of the server's types, the retired ones last. */
    Option type(String name) {
        return Option.of(OptionType.STRING, name).suggesting(this::types);
    }

    /** One of the server's canned replies. */
    Option tag(String name) {
        return Option.text(name, Tags.LONGEST_NAME).suggesting(this::tags);
    }

    private List<Option.Suggestion> types(Option.Typing typing) {
        return guilds.typesOf(typing.guildId()).stream()
                .filter(type -> contains(type.name(), typing.text()))
                .map(type -> new Option.Suggestion(type.name(), Long.toString(type.id())))
                .toList();
    }

    private List<Option.Suggestion> tags(Option.Typing typing) {
        return tags.names(typing.guildId()).stream()
                .filter(name -> contains(name, typing.text()))
                .map(name -> new Option.Suggestion(name, name))
                .toList();
    }

    private static boolean contains(String name, String typed) {
        return name.toLowerCase(Locale.ROOT).contains(typed.toLowerCase(Locale.ROOT));
    }
}
