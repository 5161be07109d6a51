package dev.homelab.discordbot.discord.interaction;

import dev.homelab.discordbot.discord.CustomId;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
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
                case OPEN -> open.showForm(event, id);
                case CLOSE -> close.close(event, id);
                case FORM -> throw new IllegalArgumentException("a form is not a button");
            }
        });
    }

    @Override
    public void onModalInteraction(ModalInteractionEvent event) {
        CustomId.parse(event.getModalId())
                .filter(id -> id.action() == CustomId.Action.FORM)
                .ifPresent(id -> open.submit(event, id));
    }
}
