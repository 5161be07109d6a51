package dev.homelab.discordbot.discord.interaction;

import dev.homelab.discordbot.discord.CustomId;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.springframework.stereotype.Component;

/** Sends each click to whoever answers it. */
@Component
class TicketInteractions extends ListenerAdapter {

    private final OpenInteraction open;
    private final AboutMessage about;
    private final FirstMessageButtons first;
    private final CloseRequests requests;
    private final AfterwardsButtons afterwards;

    TicketInteractions(
            OpenInteraction open,
            AboutMessage about,
            FirstMessageButtons first,
            CloseRequests requests,
            AfterwardsButtons afterwards) {
        this.open = open;
        this.about = about;
        this.first = first;
        this.requests = requests;
        this.afterwards = afterwards;
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
        CustomId.parse(event.getComponentId()).ifPresent(id -> {
            switch (id.action()) {
                case OPEN -> open.show(event, id.argument(), null);
                case CLAIM -> first.claim(event, id);
                case CLOSE -> first.close(event, id);
                case REASON -> first.askReason(event, id);
                case AGREE -> requests.agree(event, id);
                case DECLINE -> requests.decline(event, id);
                case REOPEN -> afterwards.reopen(event, id);
                case RATE -> afterwards.askComment(event, id);
                case FORM, MENU, ABOUT, COMMENT -> throw new IllegalArgumentException(id.action() + " is not a button");
            }
        });
    }

    @Override
    public void onStringSelectInteraction(StringSelectInteractionEvent event) {
        CustomId.parse(event.getComponentId()).ifPresent(id -> {
            if (id.action() == CustomId.Action.MENU) {
                open.show(event, event.getValues().getFirst(), null);
            } else if (id.action() == CustomId.Action.ABOUT) {
                about.showForm(event, id);
            }
        });
    }

    @Override
    public void onMessageContextInteraction(MessageContextInteractionEvent event) {
        about.askType(event);
    }

    @Override
    public void onModalInteraction(ModalInteractionEvent event) {
        CustomId.parse(event.getModalId()).ifPresent(id -> {
            switch (id.action()) {
                case FORM -> FormId.parse(id.argument()).ifPresent(form -> open.submit(event, form));
                case REASON -> first.closeWithReason(event, id);
                case COMMENT -> afterwards.rate(event, id);
                default -> throw new IllegalArgumentException(id.action() + " is not a form");
            }
        });
    }
}
