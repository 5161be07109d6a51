package dev.homelab.discordbot.discord.interaction;

import dev.homelab.discordbot.discord.CustomId;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.TicketType;
import dev.homelab.discordbot.language.Phrasebook;
import java.util.List;
import java.util.Objects;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import org.springframework.stereotype.Component;

/** Opens a ticket about a message, from its context menu: first the type, then the form. */
@Component
class AboutMessage {

    private final GuildRegistry guilds;
    private final OpenInteraction open;
    private final Phrasebook phrasebook;

    AboutMessage(GuildRegistry guilds, OpenInteraction open, Phrasebook phrasebook) {
        this.guilds = guilds;
        this.open = open;
        this.phrasebook = phrasebook;
    }

    void askType(MessageContextInteractionEvent event) {
        List<TicketType> types =
                guilds.openTypesOf(Objects.requireNonNull(event.getGuild()).getIdLong());
        String place =
                event.getTarget().getChannelId() + "/" + event.getTarget().getId();
        StringSelectMenu.Builder menu = StringSelectMenu.create(new CustomId(CustomId.Action.ABOUT, place).toString());
        types.forEach(type -> menu.addOption(type.name(), Long.toString(type.id()), Emoji.fromFormatted(type.emoji())));
        event.reply(phrasebook.say("panel.title", event.getUserLocale().toLocale()))
                .setComponents(ActionRow.of(menu.build()))
                .setEphemeral(true)
                .queue();
    }

    void showForm(StringSelectInteractionEvent event, CustomId id) {
        List<String> place = List.of(id.argument().split("/", 2));
        if (place.size() == 2 && place.stream().allMatch(part -> part.matches("\\d{1,19}"))) {
            open.show(
                    event,
                    FormId.about(
                            Long.parseLong(event.getValues().getFirst()),
                            Long.parseLong(place.getFirst()),
                            Long.parseLong(place.getLast())));
        }
    }
}
