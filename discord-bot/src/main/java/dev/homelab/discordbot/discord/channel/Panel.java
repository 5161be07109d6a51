package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.discord.CustomId;
import dev.homelab.discordbot.guild.TicketType;
import java.util.List;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** The message with one button for each ticket type. */
final class Panel {

    private Panel() {}

    static MessageCreateData of(List<TicketType> types) {
        List<Button> buttons = types.stream().map(Panel::button).toList();
        return new MessageCreateBuilder()
                .setEmbeds(new EmbedBuilder()
                        .setTitle("How can we help?")
                        .setDescription(
                                "Pick what it is about. You get a private thread that only you and the staff see.")
                        .setColor(Colours.OPEN)
                        .build())
                .setComponents(ActionRow.partitionOf(buttons))
                .build();
    }

    private static Button button(TicketType type) {
        return Button.secondary(CustomId.open(type.id()).toString(), type.name())
                .withEmoji(Emoji.fromUnicode(type.emoji()));
    }
}
