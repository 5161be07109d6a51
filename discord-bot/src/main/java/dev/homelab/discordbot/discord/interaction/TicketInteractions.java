package dev.homelab.discordbot.discord.interaction;

import dev.homelab.discordbot.discord.CustomId;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.springframework.stereotype.Component;

/** Sends each click to whoever answers it. */
@Component
class TicketInteractions extends ListenerAdapter {

    private final OpenInteraction open;
    private final CloseInteraction close;

    TicketInteractions(OpenInteraction open, CloseInteraction close) {
        this.open = open;
        this.close = close;
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
        CustomId.parse(event.getComponentId()).ifPresent(id -> {
            switch (id.action()) {
                case OPEN -> open.showForm(event, FormId.of(Long.parseLong(id.argument())));
                case CLOSE -> close.close(event, id);
                case FORM, MENU -> throw new IllegalArgumentException(id.action() + " is not a button");
            }
        });
    }

    @Override
    public void onStringSelectInteraction(StringSelectInteractionEvent event) {
        CustomId.parse(event.getComponentId())
                .filter(id -> id.action() == CustomId.Action.MENU)
                .ifPresent(_ -> open.showForm(
                        event, FormId.of(Long.parseLong(event.getValues().getFirst()))));
    }

    @Override
    public void onModalInteraction(ModalInteractionEvent event) {
        CustomId.parse(event.getModalId())
                .filter(id -> id.action() == CustomId.Action.FORM)
                .flatMap(id -> FormId.parse(id.argument()))
                .ifPresent(form -> open.submit(event, form));
    }
}
