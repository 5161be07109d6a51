package dev.homelab.discordbot.discord.interaction;

import dev.homelab.discordbot.discord.CustomId;
import dev.homelab.discordbot.ticket.Person;
import dev.homelab.discordbot.ticket.TicketDraft;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.dv8tion.jda.api.components.checkbox.Checkbox;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import net.dv8tion.jda.api.modals.Modal;

/** The form that a member fills in. */
final class OpenForm {

    private static final String TITLE = "title";
    private static final String DESCRIPTION = "description";
    private static final String URGENT = "urgent";

    private OpenForm() {}

    static Modal of(long typeId) {
        String id = CustomId.form(typeId, UUID.randomUUID()).toString();
        return Modal.create(id, "Open a ticket")
                .addComponents(
                        Label.of(
                                "In a few words",
                                TextInput.create(TITLE, TextInputStyle.SHORT)
                                        .setMaxLength(100)
                                        .build()),
                        Label.of(
                                "What is it about?",
                                TextInput.create(DESCRIPTION, TextInputStyle.PARAGRAPH)
                                        .setMaxLength(1000)
                                        .build()),
                        Label.of("It is urgent", Checkbox.of(URGENT)))
                .build();
    }

    static TicketDraft read(ModalInteractionEvent event, CustomId id) {
        List<String> parts = List.of(id.argument().split("/", 2));
        return new TicketDraft(
                Objects.requireNonNull(event.getGuild()).getIdLong(),
                Long.parseLong(parts.getFirst()),
                new Person(event.getUser().getIdLong(), event.getUser().getEffectiveName()),
                text(event, TITLE),
                text(event, DESCRIPTION),
                isUrgent(event),
                UUID.fromString(parts.getLast()));
    }

    private static String text(ModalInteractionEvent event, String field) {
        ModalMapping value = event.getValue(field);
        return value == null ? "" : value.getAsString();
    }

    private static boolean isUrgent(ModalInteractionEvent event) {
        ModalMapping value = event.getValue(URGENT);
        return value != null && value.getAsBoolean();
    }
}
