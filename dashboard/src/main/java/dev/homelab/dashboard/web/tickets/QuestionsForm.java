package dev.homelab.dashboard.web.tickets;

import dev.homelab.common.contract.TicketTypesApi;
import dev.homelab.common.contract.TicketTypesApi.Option;
import dev.homelab.common.contract.TicketTypesApi.Question;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a type's form asks, as the page has it: one after the other, with room for one more. It waits in the session until it is shown
 * once more, where it could not be.
 */
record QuestionsForm(List<Asked> questions) implements Serializable {

    private static final int MOST = 5;
    private static final int LONGEST = 1000;
    private static final int LONGEST_KEY = 40;

    QuestionsForm {
        questions = sent(questions);
    }

    /** A form may leave out numbers between two that it has, or all of them. */
    private static <T> List<T> sent(@Nullable List<T> given) {
        return given == null
                ? List.of()
                : given.stream().filter(Objects::nonNull).toList();
    }

    /**
     * One question; what was not sent is empty.
     *
     * @param removed null where its box is not ticked, as {@code required}
     * @param key empty where there is no question yet; left empty it is made of the label
     * @param more further options, one in a line
     */
    record Asked(
            int place,
            @Nullable Boolean removed,
            String key,
            String kind,
            String label,
            String hint,
            @Nullable Boolean required,
            int longest,
            List<Choice> options,
            String more)
            implements Serializable {

        Asked {
            key = Objects.requireNonNullElse(key, "");
            kind = Objects.requireNonNullElse(kind, "");
            label = Objects.requireNonNullElse(label, "");
            hint = Objects.requireNonNullElse(hint, "");
            options = sent(options);
            more = Objects.requireNonNullElse(more, "");
        }

        static Asked of(int place, Question question) {
            return new Asked(
                    place,
                    null,
                    question.key(),
                    question.kind(),
                    question.label(),
                    question.hint(),
                    question.required() ? true : null,
                    question.longest(),
                    question.options().stream().map(Choice::of).toList(),
                    "");
        }

        static Asked none(int place) {
            return new Asked(place, null, "", "SHORT_TEXT", "", "", true, LONGEST, List.of(), "");
        }

        private static String keyOf(String label, int place) {
            String plain = label.toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9]+", " ")
                    .strip()
                    .replace(' ', '-');
            return plain.isEmpty() ? "question-" + place : plain.substring(0, Math.min(LONGEST_KEY, plain.length()));
        }

        private boolean isMeant() {
            return !Boolean.TRUE.equals(removed) && !(key.isBlank() && label.isBlank());
        }

        private Question question() {
            Stream<Option> written = more.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(line -> new Option(line, null, null));
            Stream<Option> kept =
                    options.stream().filter(choice -> !choice.label().isBlank()).map(Choice::option);
            return new Question(
                    key.isBlank() ? keyOf(label, place) : key.strip(),
                    kind,
                    label.strip(),
                    hint.strip(),
                    Boolean.TRUE.equals(required),
                    longest,
                    Stream.concat(kept, written).toList());
        }
    }

    /**
     * One option.
     *
     * @param label empty takes it away
     * @param raises empty leaves the priority
     * @param routesTo null leaves the type
     */
    record Choice(String label, String raises, @Nullable Long routesTo) implements Serializable {

        Choice {
            label = Objects.requireNonNullElse(label, "");
            raises = Objects.requireNonNullElse(raises, "");
        }

        static Choice of(Option option) {
            return new Choice(option.label(), option.raises() == null ? "" : option.raises(), option.routesTo());
        }

        private Option option() {
            return new Option(label.strip(), raises.isEmpty() ? null : raises, routesTo);
        }
    }

    static QuestionsForm of(List<Question> questions) {
        List<Asked> all = new ArrayList<>();
        questions.forEach(question -> all.add(Asked.of(all.size() + 1, question)));
        if (all.size() < MOST) {
            all.add(Asked.none(all.size() + 1));
        }
        return new QuestionsForm(all);
    }

    TicketTypesApi.Type changed(TicketTypesApi.Type before) {
        return before.withQuestions(questions.stream()
                .filter(Asked::isMeant)
                .sorted(Comparator.comparingInt(Asked::place))
                .map(Asked::question)
                .toList());
    }
}
