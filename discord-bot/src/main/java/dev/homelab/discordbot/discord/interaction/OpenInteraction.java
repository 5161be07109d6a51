package dev.homelab.discordbot.discord.interaction;

import dev.homelab.discordbot.discord.People;
import dev.homelab.discordbot.discord.Refused;
import dev.homelab.discordbot.discord.Staff;
import dev.homelab.discordbot.discord.channel.Opening;
import dev.homelab.discordbot.discord.channel.TicketFlow;
import dev.homelab.discordbot.guild.TicketType;
import dev.homelab.discordbot.guild.TypesInDemand;
import dev.homelab.discordbot.guild.WorkingHours;
import dev.homelab.discordbot.language.Phrase;
import dev.homelab.discordbot.language.Phrasebook;
import dev.homelab.discordbot.ticket.TicketDraft;
import java.time.Clock;
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
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From the panel, a command or a message over the form to the thread. */
@Component
public class OpenInteraction {

    private static final int LONGEST_MODAL_TITLE = 45;

    private final TypesInDemand types;
    private final TicketFlow flow;
    private final Phrasebook phrasebook;
    private final Apology apology;
    private final Clock clock;

    OpenInteraction(TypesInDemand types, TicketFlow flow, Phrasebook phrasebook, Apology apology, Clock clock) {
        this.types = types;
        this.flow = flow;
        this.phrasebook = phrasebook;
        this.apology = apology;
        this.clock = clock;
    }

    /**
     * Shows the form at once: a form cannot follow a deferral.
     *
     * @param typeId as it came from Discord; anybody can send any
     * @param member for whom staff open it; null when the caller opens it for themselves
     */
    public <E extends IModalCallback & IReplyCallback> void show(E event, String typeId, @Nullable Member member) {
        show(event, typeId.matches("\\d{1,18}") ? Long.parseLong(typeId) : 0, member == null ? 0 : member.getIdLong());
    }

    private <E extends IModalCallback & IReplyCallback> void show(E event, long typeId, long memberId) {
        show(event, memberId == 0 ? FormId.of(typeId) : FormId.forMember(typeId, memberId));
    }

    <E extends IModalCallback & IReplyCallback> void show(E event, FormId form) {
        Locale language = event.getUserLocale().toLocale();
        try {
            TicketType type = openType(Objects.requireNonNull(event.getGuild()), form.type());
            if (form.member() != 0) {
                requireStaff(Objects.requireNonNull(event.getMember()), type);
            }
            event.replyModal(OpenForm.of(form.customId().toString(), title(type, language), type.questions()))
                    .queue();
        } catch (RuntimeException e) {
            event.reply(apology.of(e, event.getHook())).setEphemeral(true).queue();
        }
    }

    private TicketType openType(Guild guild, long typeId) {
        return types.type(guild.getIdLong(), typeId)
                .filter(type -> !type.retired())
                .orElseThrow(() -> new Refused(Phrase.of("refused.opening.type")));
    }

    private static void requireStaff(Member member, TicketType type) {
        if (!Staff.includes(member, type)) {
            throw new Refused(Phrase.of("refused.staff-only"));
        }
    }

    private String title(TicketType type, Locale language) {
        String title = type.emoji() + " " + type.name();
        return title.length() <= LONGEST_MODAL_TITLE ? title : phrasebook.say("form.title", language);
    }

    void submit(ModalInteractionEvent event, FormId form) {
        InteractionHook answer = event.deferReply(true).complete();
        Locale language = event.getUserLocale().toLocale();
        try {
            Guild guild = Objects.requireNonNull(event.getGuild());
            TicketType asked = openType(guild, form.type());
            FormAnswers filled = FormAnswers.read(event, asked);
            Long routedTo = filled.routedTo();
            TicketType type = routedTo == null ? asked : openType(guild, routedTo);
            Opening opening = flow.open(guild, draft(event, guild, form, asked, type, filled));
            answer.editOriginal(outcome(opening, phrasebook, language) + outside(type))
                    .queue();
        } catch (RuntimeException e) {
            answer.editOriginal(apology.of(e, answer)).queue();
        }
    }

    /** Staff of the type whose form they filled in may open for a member, wherever the answers lead. */
    private TicketDraft draft(
            ModalInteractionEvent event,
            Guild guild,
            FormId form,
            TicketType asked,
            TicketType type,
            FormAnswers filled) {
        Member author = Objects.requireNonNull(event.getMember());
        if (form.member() != 0) {
            requireStaff(author, asked);
        }
        Member opener = form.member() == 0 ? author : member(guild, form.member());
        return new TicketDraft(
                guild.getIdLong(),
                type.id(),
                People.of(opener.getUser()),
                form.member() == 0 ? null : People.of(author.getUser()),
                roles(opener),
                filled.title().isBlank() ? type.name() : filled.title(),
                filled.answers(),
                filled.priority(),
                form.message() == 0 ? null : url(guild, form),
                type.firstResponseDue(clock.instant()),
                form.nonce());
    }

    /** One counted call, for tickets that staff open for a member. */
    private static Member member(Guild guild, long memberId) {
        return guild.retrieveMemberById(memberId).complete();
    }

    private static String url(Guild guild, FormId form) {
        return "https://discord.com/channels/" + guild.getId() + "/" + form.channel() + "/" + form.message();
    }

    private static Set<Long> roles(Member member) {
        return member.getRoles().stream().map(ISnowflake::getIdLong).collect(Collectors.toSet());
    }

    static String outcome(Opening opening, Phrasebook phrasebook, Locale language) {
        String number = Long.toString(opening.ticket().number());
        return switch (opening) {
            case Opening.Opened(var opened, long threadId) ->
                phrasebook.say("opened.here", language, "<#" + threadId + ">");
            // One that is opened again has its thread already, which wakes when its turn comes.
            case Opening.UnderWay(var waiting)
            when waiting.threadId() != null -> phrasebook.say("opened.here", language, "<#" + waiting.threadId() + ">");
            case Opening.UnderWay _ -> phrasebook.say("opened.soon", language, number);
            case Opening.Queued(var queued, long place) ->
                phrasebook.say("opened.queued", language, number, Long.toString(place));
        };
    }

    /** What the type says outside of its working hours, in its own words. */
    private String outside(TicketType type) {
        WorkingHours hours = type.hours();
        return hours == null || hours.include(clock.instant()) ? "" : "\n" + hours.outside();
    }
}
