package dev.homelab.discordbot.guild;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A server's setup as a file, to keep it or to carry it to another server.
 *
 * @param version of this shape; 1
 * @param language of what everybody reads
 * @param types in their order; channels and roles are a server's own and are not in it
 * @param tags canned replies by their names
 */
public record SetupFile(
        int version,
        String language,
        GuildLimits limits,
        Retention retention,
        List<Type> types,
        Map<String, String> tags) {

    static final int VERSION = 1;

    /** One ticket type. */
    record Type(
            String name,
            String emoji,
            String channelName,
            boolean retired,
            Priority priority,
            List<Question> questions,
            TypeLimits limits,
            TypeTimes times,
            @Nullable WorkingHours hours) {

        static Type of(TicketType type) {
            return new Type(
                    type.name(),
                    type.emoji(),
                    type.channelName(),
                    type.retired(),
                    type.priority(),
                    type.questions().stream().map(Type::withoutRoutes).toList(),
                    type.limits(),
                    type.times(),
                    type.hours());
        }

        /** Routes name types by their ids, which another server does not have. */
        private static Question withoutRoutes(Question question) {
            return new Question(
                    question.key(),
                    question.kind(),
                    question.label(),
                    question.hint(),
                    question.required(),
                    question.longest(),
                    question.options().stream()
                            .map(option -> new Question.Option(option.label(), option.raises(), null))
                            .toList());
        }
    }

    /** Refuses a file that is longer than {@code most} bytes. */
    public static void requireSize(int size, int most) {
        if (size > most) {
            throw new RefusedSetup("file.long", most);
        }
    }
}
