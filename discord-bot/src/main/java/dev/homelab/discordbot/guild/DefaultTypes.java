package dev.homelab.discordbot.guild;

import dev.homelab.discordbot.language.Phrasebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What a server starts with, in its own language. */
@Component
class DefaultTypes {

    private enum Default {
        GENERAL("💬", "general-support"),
        BUG("🐛", "bug-reports"),
        FEATURE("💡", "feature-requests"),
        ACCOUNT("🔑", "account-issues");

        private final String emoji;
        private final String channelName;

        Default(String emoji, String channelName) {
            this.emoji = emoji;
            this.channelName = channelName;
        }
    }

    private final Phrasebook phrasebook;

    DefaultTypes(Phrasebook phrasebook) {
        this.phrasebook = phrasebook;
    }

    List<TicketType> of(long guildId, Locale language) {
        List<TicketType> types = new ArrayList<>();
        for (Default each : Default.values()) {
            types.add(new TicketType(
                    guildId,
                    types.size(),
                    phrasebook.say("type." + each.name().toLowerCase(Locale.ROOT), language),
                    each.emoji,
                    each.channelName,
                    questions(language)));
        }
        return types;
    }

    List<Question> questions(Locale language) {
        Question.Option urgent = new Question.Option(phrasebook.say("question.yes", language), Priority.URGENT, null);
        return List.of(
                Question.shortText("title", phrasebook.say("question.title", language), 100),
                Question.longText("description", phrasebook.say("question.description", language), 1000),
                Question.checkbox("urgent", phrasebook.say("question.urgent", language), urgent));
    }
}
