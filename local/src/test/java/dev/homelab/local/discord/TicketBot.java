package dev.homelab.local.discord;

import java.util.EnumSet;
import java.util.Objects;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.modals.Modal;

/** A bot in a few lines: panel, modal, private thread, close, and an echo. */
final class TicketBot extends ListenerAdapter {

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
        switch (event.getComponentId()) {
            case "close" ->
                event.editMessage("closed")
                        .setComponents()
                        .flatMap(done -> event.getChannel()
                                .asThreadChannel()
                                .getManager()
                                .setArchived(true)
                                .setLocked(true))
                        .queue();
            case "open" -> {
                TextInput title =
                        TextInput.create("title", TextInputStyle.SHORT).build();
                event.replyModal(Modal.create("ticket", "New ticket")
                                .addComponents(Label.of("Title", title))
                                .build())
                        .queue();
            }
            default -> {}
        }
    }

    @Override
    public void onModalInteraction(ModalInteractionEvent event) {
        String title = Objects.requireNonNull(event.getValue("title")).getAsString();
        event.deferReply(true).queue();
        event.getChannel()
                .asTextChannel()
                .createThreadChannel("🎫 Ticket #1: " + title, true)
                .flatMap(thread -> thread.sendMessage(
                                "Hello <@" + event.getUser().getId() + ">")
                        .setAllowedMentions(EnumSet.of(MentionType.USER))
                        .setComponents(ActionRow.of(Button.danger("close", "Close"))))
                .flatMap(sent -> event.getHook()
                        .editOriginal("Opened " + sent.getChannel().getAsMention()))
                .queue();
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        event.reply(Objects.requireNonNull(event.getOption("words")).getAsString())
                .setEphemeral(true)
                .queue();
    }

    @Override
    public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
        event.replyChoiceStrings(event.getFocusedOption().getValue() + "lo world")
                .queue();
    }
}
