package dev.homelab.local.discord.people;

import dev.homelab.local.discord.world.Interaction;
import dev.homelab.local.discord.world.Message;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What a person sees after having done something with the bot. */
public sealed interface Seen {

    /** A new message, visible to all or ({@code onlyToThem}) to this person alone. */
    record Reply(Message message, boolean onlyToThem) implements Seen {}

    /** The message they used looks different now. */
    record Updated(Message message) implements Seen {}

    /** It was taken note of, and nothing has changed yet. */
    record Acknowledged() implements Seen {}

    /** "… is thinking": the bot deferred and has not gone on within the time that was waited. */
    record Thinking(Message message) implements Seen {}

    /** A form, to be sent with {@link Person#submit}. */
    record Modal(Interaction opened, ObjectNode form) implements Seen {

        public String customId() {
            return form.path("custom_id").asString();
        }

        public String title() {
            return form.path("title").asString();
        }
    }

    /** What may be chosen for an option, shown name to value. */
    record Suggestions(Map<String, String> choices) implements Seen {}

    /** "This application did not respond". */
    record Failed(String words) implements Seen {}
}
