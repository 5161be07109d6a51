package dev.homelab.discordbot.discord.command;

import dev.homelab.discordbot.discord.Shortened;
import dev.homelab.discordbot.discord.interaction.Apology;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.language.Phrase;
import dev.homelab.discordbot.language.Phrasebook;
import dev.homelab.discordbot.ticket.TicketShelf;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.requests.restaction.WebhookMessageEditAction;
import org.springframework.stereotype.Component;

/** Tells Discord the commands, and carries out the ones that people give. */
@Component
class CommandListener extends ListenerAdapter {

    private static final int MOST_SUGGESTIONS = 25;

    private final CommandBook book;
    private final TicketShelf shelf;
    private final GuildRegistry guilds;
    private final Phrasebook phrasebook;
    private final Apology apology;

    CommandListener(CommandBook book, TicketShelf shelf, GuildRegistry guilds, Phrasebook phrasebook, Apology apology) {
        this.book = book;
        this.shelf = shelf;
        this.guilds = guilds;
        this.phrasebook = phrasebook;
        this.apology = apology;
    }

    /** One call for all servers. */
    @Override
    public void onReady(ReadyEvent event) {
        event.getJDA().updateCommands().addCommands(book.forDiscord()).queue();
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        book.find(event.getFullCommandName()).ifPresent(subcommand -> {
            if (subcommand.immediate() != null) {
                subcommand.immediate().accept(event);
            } else {
                answer(event, Objects.requireNonNull(subcommand.answering()));
            }
        });
    }

    private void answer(SlashCommandInteractionEvent event, Subcommand.Answering answering) {
        InteractionHook hook = event.deferReply(true).complete();
        Locale language = event.getUserLocale().toLocale();
        try {
            Reply reply = answering.answer(new CommandCall(event, shelf, guilds));
            WebhookMessageEditAction<?> answer = hook.editOriginal(
                    Shortened.to(Message.MAX_CONTENT_LENGTH, phrasebook.say(reply.toCaller(), language)));
            (reply.file() == null ? answer : answer.setFiles(reply.file())).complete();
            if (reply.toAll() != null) {
                sayAloud(hook, reply.toAll());
            }
        } catch (RuntimeException e) {
            hook.editOriginal(apology.of(e, hook)).queue();
        }
    }

    /** A follow-up costs no counted call. */
    private void sayAloud(InteractionHook hook, Phrase phrase) {
        Locale language = Objects.requireNonNull(hook.getInteraction().getGuild())
                .getLocale()
                .toLocale();
        hook.sendMessage(phrasebook.say(phrase, language)).setEphemeral(false).queue();
    }

    @Override
    public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
        book.find(event.getFullCommandName()).stream()
                .flatMap(subcommand -> subcommand.options().stream())
                .filter(option -> option.name().equals(event.getFocusedOption().getName()))
                .findFirst()
                .ifPresent(
                        option -> event.replyChoices(suggestions(event, option)).queue());
    }

    private static List<Command.Choice> suggestions(CommandAutoCompleteInteractionEvent event, Option option) {
        Option.Typing typing = new Option.Typing(
                Objects.requireNonNull(event.getGuild()).getIdLong(),
                event.getFocusedOption().getValue());
        return Objects.requireNonNull(option.suggestions()).apply(typing).stream()
                .limit(MOST_SUGGESTIONS)
                .map(suggestion -> new Command.Choice(suggestion.label(), suggestion.value()))
                .toList();
    }
}
