package dev.homelab.discordbot.discord.command;

import dev.homelab.discordbot.discord.Refused;
import dev.homelab.discordbot.discord.Shortened;
import dev.homelab.discordbot.discord.channel.TicketChannelManager;
import dev.homelab.discordbot.guild.Panel;
import dev.homelab.discordbot.guild.Panels;
import dev.homelab.discordbot.guild.Tags;
import dev.homelab.discordbot.language.Phrase;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import org.springframework.stereotype.Component;

/** The messages from which members open tickets, and the staff's canned replies. */
@Component
class PanelCommands implements Subcommands {

    private static final List<String> TYPES = List.of("type-1", "type-2", "type-3", "type-4", "type-5");

    private final Panels panels;
    private final Tags tags;
    private final TicketChannelManager channels;
    private final Suggest suggest;

    PanelCommands(Panels panels, Tags tags, TicketChannelManager channels, Suggest suggest) {
        this.panels = panels;
        this.tags = tags;
        this.channels = channels;
        this.suggest = suggest;
    }

    @Override
    public List<Subcommand> all() {
        Option panel = Option.of(OptionType.STRING, "panel").suggesting(this::known);
        List<Option> look = Stream.concat(
                        Stream.of(
                                Option.text("title", 200).optional(),
                                Option.text("text", 2000).optional(),
                                Option.of(OptionType.STRING, "style")
                                        .among(Stream.of(Panel.Style.values())
                                                .map(Enum::name)
                                                .toList())
                                        .optional()),
                        TYPES.stream().map(name -> suggest.type(name).optional()))
                .toList();
        return List.of(
                Subcommand.of(
                        "tickets panel send",
                        Stream.concat(Stream.of(Option.of(OptionType.CHANNEL, "channel")), look.stream())
                                .toList(),
                        this::send),
                Subcommand.of(
                        "tickets panel update",
                        Stream.concat(Stream.of(panel), look.stream()).toList(),
                        this::update),
                Subcommand.of("tickets panel delete", List.of(panel), this::delete),
                Subcommand.of(
                        "tickets tag set",
                        List.of(suggest.tag("name"), Option.text("text", Tags.LONGEST_BODY)),
                        this::setTag),
                Subcommand.of("tickets tag remove", List.of(suggest.tag("name")), this::removeTag));
    }

    private List<Option.Suggestion> known(Option.Typing typing) {
        return panels.findByGuildIdOrderById(typing.guildId()).stream()
                .map(panel -> new Option.Suggestion(shortened(panel.title()), Long.toString(panel.id())))
                .toList();
    }

    private static String shortened(String title) {
        return Shortened.to(100, title);
    }

    private Reply send(CommandCall call) {
        if (call.get("channel", OptionMapping::getChannelType) != ChannelType.TEXT) {
            throw new Refused(Phrase.of("refused.text-channel"));
        }
        Panel panel = new Panel(
                call.guild().getIdLong(),
                call.get("channel", option -> option.getAsChannel().getIdLong()),
                text(call, "title", "🎫"),
                text(call, "text", ""),
                style(call, Panel.Style.BUTTONS),
                types(call));
        return shown(call, panels.save(panel));
    }

    private Reply update(CommandCall call) {
        Panel panel = panel(call);
        List<Long> types = types(call);
        panel.change(
                text(call, "title", panel.title()),
                text(call, "text", panel.body()),
                style(call, panel.style()),
                types.isEmpty() ? panel.typeIds() : types);
        return shown(call, panels.save(panel));
    }

    private Reply shown(CommandCall call, Panel panel) {
        channels.refresh(call.guild(), panel);
        return Reply.quietly("said.panel", "<#" + panel.channelId() + ">");
    }

    private Reply delete(CommandCall call) {
        Panel panel = panel(call);
        channels.takeDown(call.guild(), panel);
        panels.delete(panel);
        return Reply.quietly("done");
    }

    private Panel panel(CommandCall call) {
        String id = call.text("panel");
        return (id.matches("\\d{1,18}")
                        ? panels.findByIdAndGuildId(
                                Long.parseLong(id), call.guild().getIdLong())
                        : Optional.<Panel>empty())
                .orElseThrow(() -> new Refused(Phrase.of("refused.no-panel")));
    }

    private static List<Long> types(CommandCall call) {
        return TYPES.stream()
                .filter(name -> call.optional(name, OptionMapping::getAsString).isPresent())
                .map(name -> call.type(name).id())
                .toList();
    }

    private static Panel.Style style(CommandCall call, Panel.Style otherwise) {
        return call.optional("style", OptionMapping::getAsString)
                .map(Panel.Style::valueOf)
                .orElse(otherwise);
    }

    private static String text(CommandCall call, String option, String otherwise) {
        return call.optional(option, OptionMapping::getAsString).orElse(otherwise);
    }

    private Reply setTag(CommandCall call) {
        tags.set(call.guild().getIdLong(), call.text("name"), call.text("text"));
        return Reply.quietly("done");
    }

    private Reply removeTag(CommandCall call) {
        if (!tags.remove(call.guild().getIdLong(), call.text("name"))) {
            throw new Refused(Phrase.of("refused.no-tag", call.text("name")));
        }
        return Reply.quietly("done");
    }
}
