package dev.homelab.discordbot.discord.interaction;

import dev.homelab.discordbot.discord.channel.TicketChannelManager;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.TicketType;
import dev.homelab.discordbot.language.Phrasebook;
import dev.homelab.discordbot.ticket.TicketDesk;
import dev.homelab.discordbot.ticket.TicketDraft;
import dev.homelab.discordbot.ticket.TicketView;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** From the panel over the form to the thread. */
@Component
class OpenInteraction {

    private static final int LONGEST_MODAL_TITLE = 45;

    private final GuildRegistry guilds;
    private final TicketDesk desk;
    private final TicketChannelManager channels;
    private final Phrasebook phrasebook;
    private final Apology apology;

    OpenInteraction(
            GuildRegistry guilds,
            TicketDesk desk,
            TicketChannelManager channels,
            Phrasebook phrasebook,
            Apology apology) {
        this.guilds = guilds;
        this.desk = desk;
        this.channels = channels;
        this.phrasebook = phrasebook;
        this.apology = apology;
    }

    /** Answers with the form at once: a form cannot follow a deferral. */
    void showForm(IModalCallback event, FormId form) {
        TicketType type = guilds.type(form.type());
        String title = type.emoji() + " " + type.name();
        event.replyModal(OpenForm.of(
                        form.customId().toString(),
                        title.length() <= LONGEST_MODAL_TITLE
                                ? title
                                : phrasebook.say(
                                        "form.title", event.getUserLocale().toLocale()),
                        type.questions()))
                .queue();
    }

    void submit(ModalInteractionEvent event, FormId form) {
        InteractionHook answer = event.deferReply(true).complete();
        Locale language = event.getUserLocale().toLocale();
        try {
            TicketView ticket = open(Objects.requireNonNull(event.getGuild()), draft(event, form));
            answer.editOriginal(whereItIs(ticket, language)).queue();
        } catch (RuntimeException e) {
            answer.editOriginal(apology.of(e, answer)).queue();
        }
    }

    private TicketDraft draft(ModalInteractionEvent event, FormId form) {
        FormAnswers filled = FormAnswers.read(event, guilds.type(form.type()));
        Guild guild = Objects.requireNonNull(event.getGuild());
        Member author = Objects.requireNonNull(event.getMember());
        return new TicketDraft(
                guild.getIdLong(),
                Objects.requireNonNullElse(filled.routedTo(), form.type()),
                People.of(event.getUser()),
                null,
                roles(author),
                filled.title(),
                filled.answers(),
                filled.priority(),
                form.message() == 0 ? null : url(guild, form),
                form.nonce());
    }

    private static String url(Guild guild, FormId form) {
        return "https://discord.com/channels/" + guild.getId() + "/" + form.channel() + "/" + form.message();
    }

    private static Set<Long> roles(Member member) {
        return member.getRoles().stream().map(ISnowflake::getIdLong).collect(Collectors.toSet());
    }

    private TicketView open(Guild guild, TicketDraft draft) {
        TicketView ticket;
        try {
            ticket = desk.open(draft);
        } catch (DataIntegrityViolationException e) {
            return desk.submittedBefore(draft.nonce()).orElseThrow(() -> e);
        }
        return desk.opened(ticket.id(), channels.openThread(guild, ticket));
    }

    private String whereItIs(TicketView ticket, Locale language) {
        Long threadId = ticket.threadId();
        return threadId == null
                ? phrasebook.say("opened.soon", language, Long.toString(ticket.number()))
                : phrasebook.say("opened.here", language, "<#" + threadId + ">");
    }
}
