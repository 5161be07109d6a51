package dev.homelab.discordbot.discord.command;

import dev.homelab.discordbot.discord.Refused;
import dev.homelab.discordbot.guild.Priority;
import dev.homelab.discordbot.guild.Question;
import dev.homelab.discordbot.guild.TicketType;
import dev.homelab.discordbot.guild.TypeBook;
import dev.homelab.discordbot.language.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.utils.MarkdownSanitizer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a type's form asks, and what the answers do. */
@Component
class QuestionCommands implements Subcommands {

    private final TypeBook types;
    private final Suggest suggest;

    QuestionCommands(TypeBook types, Suggest suggest) {
        this.types = types;
        this.suggest = suggest;
    }

    @Override
    public List<Subcommand> all() {
        Option type = suggest.type("type");
        Option key = Option.text("key", 40);
        Option kind = Option.of(OptionType.STRING, "kind")
                .among(Stream.of(Question.Kind.values()).map(Enum::name).toList());
        Option priority = Option.of(OptionType.STRING, "priority")
                .among(Stream.of(Priority.values()).map(Enum::name).toList());
        return List.of(
                Subcommand.of("tickets question list", List.of(type), this::list),
                Subcommand.of(
                        "tickets question set",
                        List.of(
                                type,
                                key,
                                kind,
                                Option.text("label", 45),
                                Option.text("hint", 100).optional(),
                                Option.of(OptionType.BOOLEAN, "required").optional(),
                                Option.number("longest", 1, 4000).optional(),
                                Option.text("options", 2000).optional()),
                        this::set),
                Subcommand.of("tickets question remove", List.of(type, key), this::remove),
                Subcommand.of(
                        "tickets question route",
                        List.of(
                                type,
                                key,
                                Option.text("answer", 100),
                                suggest.type("to").optional(),
                                priority.optional()),
                        this::route));
    }

    private Reply list(CommandCall call) {
        return Reply.quietly("said.as-is", shown(call.type("type")));
    }

    private static String shown(TicketType type) {
        return type.questions().stream()
                .map(question ->
                        "`" + question.key() + "` " + question.kind().name().toLowerCase(Locale.ROOT) + " · "
                                + MarkdownSanitizer.escape(question.label()) + (question.required() ? " *" : "")
                                + options(question))
                .collect(Collectors.joining("\n"));
    }

    private static String options(Question question) {
        return question.options().isEmpty()
                ? ""
                : question.options().stream().map(Question.Option::label).collect(Collectors.joining(" | ", ": ", ""));
    }

    /** Adds a question at the end, or changes the one of that key in its place. */
    private Reply set(CommandCall call) {
        TicketType type = call.type("type");
        String key = call.text("key");
        Question.Kind kind = Question.Kind.valueOf(call.text("kind"));
        Question question = new Question(
                key,
                kind,
                call.text("label"),
                call.optional("hint", OptionMapping::getAsString).orElse(""),
                call.optional("required", OptionMapping::getAsBoolean).orElse(kind != Question.Kind.CHECKBOX),
                call.optional("longest", OptionMapping::getAsInt).orElse(1000),
                options(call));
        List<Question> questions = new ArrayList<>(type.questions());
        int place = place(questions, key);
        if (place < 0) {
            questions.add(question);
        } else {
            questions.set(place, question);
        }
        return ask(type, questions);
    }

    /** Written as {@code first | second | third}. */
    private static List<Question.Option> options(CommandCall call) {
        return call.optional("options", OptionMapping::getAsString).stream()
                .flatMap(text -> Stream.of(text.split("\\|")))
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .map(Question.Option::of)
                .toList();
    }

    private Reply remove(CommandCall call) {
        TicketType type = call.type("type");
        List<Question> questions = new ArrayList<>(type.questions());
        questions.remove(require(questions, call.text("key")));
        return ask(type, questions);
    }

    /** What choosing an answer does: it leads to another type, or raises the priority, or nothing any more. */
    private Reply route(CommandCall call) {
        TicketType type = call.type("type");
        List<Question> questions = new ArrayList<>(type.questions());
        int place = require(questions, call.text("key"));
        Question question = questions.get(place);
        String answer = call.text("answer");
        if (question.options().stream().noneMatch(option -> option.label().equals(answer))) {
            throw new Refused(Phrase.of("refused.no-answer", answer));
        }
        Long to = call.event().getOption("to") == null ? null : call.type("to").id();
        Priority raises = call.optional("priority", OptionMapping::getAsString)
                .map(Priority::valueOf)
                .orElse(null);
        questions.set(place, routed(question, answer, raises, to));
        return ask(type, questions);
    }

    private static Question routed(Question question, String answer, @Nullable Priority raises, @Nullable Long to) {
        return new Question(
                question.key(),
                question.kind(),
                question.label(),
                question.hint(),
                question.required(),
                question.longest(),
                question.options().stream()
                        .map(option -> option.label().equals(answer) ? new Question.Option(answer, raises, to) : option)
                        .toList());
    }

    private Reply ask(TicketType type, List<Question> questions) {
        type.ask(questions);
        types.save(type);
        return Reply.quietly("said.as-is", shown(type));
    }

    private static int place(List<Question> questions, String key) {
        return questions.stream().map(Question::key).toList().indexOf(key);
    }

    private static int require(List<Question> questions, String key) {
        int place = place(questions, key);
        if (place < 0) {
            throw new Refused(Phrase.of("refused.no-question", key));
        }
        return place;
    }
}
