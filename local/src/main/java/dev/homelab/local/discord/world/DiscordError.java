package dev.homelab.local.discord.world;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer with which Discord refuses: HTTP status, Discord's code, its words, and for 50035 the tree of what is wrong.
 *
 * @see <a href="https://discord.com/developers/docs/topics/opcodes-and-status-codes">Discord's list of codes</a>
 */
public record DiscordError(
        int status, int code, String message, @Nullable ObjectNode errors) {

    public static final DiscordError UNAUTHORIZED = of(401, 0, "401: Unauthorized");
    public static final DiscordError UNKNOWN_APPLICATION = of(404, 10002, "Unknown Application");
    public static final DiscordError UNKNOWN_CHANNEL = of(404, 10003, "Unknown Channel");
    public static final DiscordError UNKNOWN_GUILD = of(404, 10004, "Unknown Guild");
    public static final DiscordError UNKNOWN_MEMBER = of(404, 10007, "Unknown Member");
    public static final DiscordError UNKNOWN_MESSAGE = of(404, 10008, "Unknown Message");
    public static final DiscordError UNKNOWN_OVERWRITE = of(404, 10009, "Unknown Permission Overwrite");
    public static final DiscordError UNKNOWN_ROLE = of(404, 10011, "Unknown Role");
    public static final DiscordError UNKNOWN_USER = of(404, 10013, "Unknown User");
    public static final DiscordError UNKNOWN_EMOJI = of(400, 10014, "Unknown Emoji");
    public static final DiscordError UNKNOWN_WEBHOOK = of(404, 10015, "Unknown Webhook");
    public static final DiscordError UNKNOWN_BAN = of(404, 10026, "Unknown Ban");
    public static final DiscordError UNKNOWN_INTERACTION = of(404, 10062, "Unknown interaction");
    public static final DiscordError UNKNOWN_COMMAND = of(404, 10063, "Unknown application command");
    public static final DiscordError MAX_CHANNELS = of(400, 30013, "Maximum number of guild channels reached (500)");
    public static final DiscordError MAX_PINS = of(400, 30003, "Maximum number of pins reached for this channel (250)");
    public static final DiscordError MAX_ROLES = of(400, 30005, "Maximum number of guild roles reached (250)");
    public static final DiscordError MAX_REACTIONS = of(400, 30010, "Maximum number of reactions reached (20)");
    public static final DiscordError MAX_THREAD_MEMBERS =
            of(400, 30033, "Maximum number of thread participants reached (1000)");
    public static final DiscordError MISSING_ACCESS = of(403, 50001, "Missing Access");
    public static final DiscordError CANNOT_EDIT_OTHERS =
            of(403, 50005, "Cannot edit a message authored by another user");
    public static final DiscordError EMPTY_MESSAGE = of(400, 50006, "Cannot send an empty message");
    public static final DiscordError CANNOT_MESSAGE_USER = of(403, 50007, "Cannot send messages to this user");
    public static final DiscordError WRONG_CHANNEL_TYPE = of(400, 50024, "Cannot execute action on this channel type");
    public static final DiscordError MISSING_PERMISSIONS = of(403, 50013, "Missing Permissions");
    public static final DiscordError DM_ACTION = of(403, 50003, "Cannot execute action on a DM channel");
    public static final DiscordError INVALID_WEBHOOK_TOKEN = of(401, 50027, "Invalid Webhook Token");
    public static final DiscordError BULK_SIZE =
            of(400, 50016, "Provided too few or too many messages to delete. Must provide at least 2 and at most 100.");
    public static final DiscordError BULK_TOO_OLD =
            of(400, 50034, "You can only bulk delete messages that are under 14 days old.");
    public static final DiscordError ARCHIVED_THREAD = of(400, 50083, "Thread is archived");
    public static final DiscordError INVALID_JSON = of(400, 50109, "The request body contains invalid JSON.");
    public static final DiscordError TOO_LARGE = of(413, 40005, "Request entity too large");
    public static final DiscordError INTERNAL = of(500, 0, "500: Internal Server Error");
    public static final DiscordError ALREADY_ACKNOWLEDGED =
            of(400, 40060, "Interaction has already been acknowledged.");
    public static final DiscordError BANNED = of(403, 40007, "The user is banned from this guild.");
    public static final DiscordError THREAD_EXISTS =
            of(400, 160004, "A thread has already been created for this message");
    public static final DiscordError THREAD_LOCKED = of(400, 160005, "Thread is locked");
    public static final DiscordError MAX_ACTIVE_THREADS = of(400, 160006, "Maximum number of active threads reached");

    private static DiscordError of(int status, int code, String message) {
        return new DiscordError(status, code, message, null);
    }

    static DiscordError invalidForm(ObjectNode errors) {
        return new DiscordError(400, 50035, "Invalid Form Body", errors);
    }

    /** A value of the body is of another kind than Discord takes there, such as an object in place of a text. */
    public static DiscordError wrongKind() {
        FormErrors errors = new FormErrors();
        errors.add("body", "MODEL_TYPE_CONVERT", "A value has another type than the field takes.");
        return errors.refusal().error();
    }

    /** What the simulator itself does not know, though Discord may: status 501, or 404 where Discord knows it neither. */
    public static DiscordError notSimulated(int status, String what) {
        return of(status, 0, "the simulator does not know " + what);
    }

    /** The same, when what was wrong lies inside {@code field} of the whole body. */
    DiscordError within(String field) {
        return errors == null
                ? this
                : new DiscordError(status, code, message, Json.object().set(field, errors));
    }

    public DiscordException exception() {
        return new DiscordException(this);
    }

    public ObjectNode json() {
        ObjectNode json = Json.object().put("message", message).put("code", code);
        if (errors != null) {
            json.set("errors", errors);
        }
        return json;
    }
}
