package dev.homelab.discordbot.discord.interaction;

import dev.homelab.discordbot.discord.Shortened;
import dev.homelab.discordbot.guild.Priority;
import dev.homelab.discordbot.guild.Question;
import dev.homelab.discordbot.guild.TicketType;
import dev.homelab.discordbot.ticket.Answer;
import dev.homelab.discordbot.ticket.TicketDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import org.jspecify.annotations.Nullable;

/**
 * What was filled in, read by the questions that were asked.
 *
 * @param title the first short text, cut where it is too long for a title, and then among the answers as well; empty when
 *     the type asks for none, or nothing was written
 * @param routedTo the type that an answer leads to; null for none
 */
record FormAnswers(
        String title,
        List<Answer> answers,
        Priority priority,
        @Nullable Long routedTo) {

    static FormAnswers read(ModalInteractionEvent event, TicketType type) {
        return new Reading(type).read(event);
    }

    /** Gathers what the answers say and do. */
    private static final class Reading {

        private final TicketType type;
        private final List<Answer> answers = new ArrayList<>();
        private String title = "";
        private Priority priority;
        private @Nullable Long routedTo;

        Reading(TicketType type) {
            this.type = type;
            this.priority = type.priority();
        }

        FormAnswers read(ModalInteractionEvent event) {
            for (Question question : type.questions()) {
                ModalMapping value = event.getValue(question.key());
                if (value != null) {
                    read(question, value);
                }
            }
            return new FormAnswers(title, answers, priority, routedTo);
        }

        private void read(Question question, ModalMapping value) {
            switch (question.kind()) {
                case SHORT_TEXT -> shortText(question, text(value));
                case LONG_TEXT -> add(question, text(value));
                case MENU, CHECKBOXES -> choose(question, value.getAsStringList());
                case RADIO -> choose(question, text(value).isEmpty() ? List.of() : List.of(text(value)));
                case CHECKBOX -> tick(question, value.getAsBoolean());
                case FILES -> files(question, value);
            }
        }

        private static String text(ModalMapping value) {
            String text = value.getAsOptionalString();
            return text == null ? "" : text;
        }

        private void shortText(Question question, String text) {
            boolean isTitle = title.isEmpty();
            if (isTitle) {
                title = Shortened.to(TicketDraft.LONGEST_TITLE, text.strip());
            }
            if (!isTitle || !title.equals(text.strip())) {
                add(question, text);
            }
        }

        private void tick(Question question, boolean ticked) {
            if (ticked && !question.options().isEmpty()) {
                choose(question, List.of("0"));
            }
        }

        /** Anybody can send any place; those that are none are left out. */
        private void choose(Question question, List<String> places) {
            List<Question.Option> chosen = places.stream()
                    .filter(place -> place.matches("\\d{1,2}"))
                    .map(Integer::parseInt)
                    .filter(place -> place < question.options().size())
                    .map(question.options()::get)
                    .toList();
            chosen.forEach(this::follow);
            add(question, chosen.stream().map(Question.Option::label).collect(Collectors.joining(", ")));
        }

        private void follow(Question.Option option) {
            if (option.raises() != null && option.raises().compareTo(priority) > 0) {
                priority = option.raises();
            }
            if (option.routesTo() != null) {
                routedTo = option.routesTo();
            }
        }

        private void files(Question question, ModalMapping value) {
            List<Answer.File> files = value.getAsAttachmentList().stream()
                    .map(file -> new Answer.File(file.getFileName(), file.getUrl(), file.getSize()))
                    .toList();
            if (!files.isEmpty()) {
                String names = files.stream().map(Answer.File::name).collect(Collectors.joining(", "));
                answers.add(new Answer(question.label(), names, files));
            }
        }

        private void add(Question question, String text) {
            if (!text.isBlank()) {
                answers.add(Answer.of(question.label(), text.strip()));
            }
        }
    }
}
