package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.discord.CustomId;
import dev.homelab.discordbot.guild.Panel;
import dev.homelab.discordbot.guild.TicketType;
import java.util.List;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** The message of a panel, with a button for each of its types or one menu. */
final class PanelMessage {

    private PanelMessage() {}

    static MessageCreateData of(Panel panel, List<TicketType> all) {
        List<TicketType> types = panel.offers(all);
        return new MessageCreateBuilder()
                .setEmbeds(new EmbedBuilder()
                        .setTitle(panel.title())
                        .setDescription(panel.body())
                        .setColor(Colours.OPEN)
                        .build())
                .setComponents(types.isEmpty() ? List.of() : choices(panel, types))
                .build();
    }

    private static List<ActionRow> choices(Panel panel, List<TicketType> types) {
        return panel.style() == Panel.Style.MENU
                ? List.of(ActionRow.of(menu(panel, types)))
                : ActionRow.partitionOf(types.stream().map(PanelMessage::button).toList());
    }

    private static Button button(TicketType type) {
        return Button.secondary(CustomId.open(type.id()).toString(), type.name())
                .withEmoji(Emoji.fromFormatted(type.emoji()));
    }

    private static StringSelectMenu menu(Panel panel, List<TicketType> types) {
        StringSelectMenu.Builder menu =
                StringSelectMenu.create(CustomId.menu(panel.id()).toString());
        types.forEach(type -> menu.addOption(type.name(), Long.toString(type.id()), Emoji.fromFormatted(type.emoji())));
        return menu.build();
    }
}
