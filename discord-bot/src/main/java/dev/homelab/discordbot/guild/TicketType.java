package dev.homelab.discordbot.guild;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A kind of ticket of one server, with the channel that holds its threads and the one that keeps its cards. */
@Entity
@DynamicUpdate
public class TicketType {

    private static final int MOST_QUESTIONS = 5;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_EMOJI = 32;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long guildId;
    private int position;
    private String name;
    private String emoji;
    private String channelName;
    private @Nullable Long channelId;
    private @Nullable Long archiveChannelId;
    private boolean retired;
    private List<Long> staffRoleIds;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Question> questions;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable WorkingHours hours;

    @Embedded
    private TypeLimits limits;

    @Embedded
    private TypeTimes times;

    @SuppressWarnings("NullAway.Init")
    protected TicketType() {}

    /** @param channelName 1 to 90 characters of a-z, 0-9 and -, unique in the server */
    public TicketType(
            long guildId, int position, String name, String emoji, String channelName, List<Question> questions) {
        this.guildId = guildId;
        this.position = position;
        this.name = checkedName(name);
        this.emoji = checkedEmoji(emoji);
        this.channelName = channelName;
        this.staffRoleIds = List.of();
        this.questions = checked(questions);
        this.priority = Priority.NORMAL;
        this.limits = TypeLimits.NONE;
        this.times = TypeTimes.DEFAULT;
    }

    private static String checkedName(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
            throw new RefusedSetup("type.name", LONGEST_NAME);
        }
        return stripped;
    }

    /** A digit is an emoji to Unicode, and to Discord only as a keycap. */
    private static String checkedEmoji(String emoji) {
        String stripped = emoji.strip();
        boolean ofServer = stripped.matches("<a?:\\w{2,32}:\\d{17,20}>");
        boolean ofUnicode = stripped.length() <= LONGEST_EMOJI
                && stripped.matches("[\\p{IsEmoji}\\x{200D}\\x{FE0F}\\x{20E3}\\x{E0020}-\\x{E007F}]+")
                && !stripped.matches("[\\x00-\\x7F]+");
        if (!ofServer && !ofUnicode) {
            throw new RefusedSetup("type.emoji");
        }
        return stripped;
    }

    private static List<Question> checked(List<Question> questions) {
        Set<String> keys = new HashSet<>();
        if (questions.isEmpty() || questions.size() > MOST_QUESTIONS) {
            throw new RefusedSetup("type.questions", MOST_QUESTIONS);
        }
        if (!questions.stream().allMatch(question -> keys.add(question.key()))) {
            throw new RefusedSetup("type.questions.twice");
        }
        return List.copyOf(questions);
    }

    public long id() {
        if (id == null) {
            throw new IllegalStateException("ticket type " + name + " is not saved yet");
        }
        return id;
    }

    public long guildId() {
        return guildId;
    }

    public int position() {
        return position;
    }

    public void moveTo(int newPosition) {
        this.position = newPosition;
    }

    public String name() {
        return name;
    }

    public String emoji() {
        return emoji;
    }

    public void rename(String newName, String newEmoji) {
        this.name = checkedName(newName);
        this.emoji = checkedEmoji(newEmoji);
    }

    public String channelName() {
        return channelName;
    }

    public @Nullable Long channelId() {
        return channelId;
    }

    public void channelMade(long newChannelId) {
        this.channelId = newChannelId;
    }

    public @Nullable Long archiveChannelId() {
        return archiveChannelId;
    }

    public void archiveChannelMade(long newChannelId) {
        this.archiveChannelId = newChannelId;
    }

    /** Whether it is one of the type's two channels. */
    public boolean owns(long someChannelId) {
        return Objects.equals(channelId, someChannelId) || Objects.equals(archiveChannelId, someChannelId);
    }

    /** A retired type takes no new tickets; those it has go on. */
    public boolean retired() {
        return retired;
    }

    public void retire(boolean nowRetired) {
        this.retired = nowRetired;
    }

    /** Who sees every ticket of this type; empty leaves it to those who manage threads in the whole server. */
    public List<Long> staffRoleIds() {
        return List.copyOf(staffRoleIds);
    }

    public void staffedBy(List<Long> roleIds) {
        this.staffRoleIds = List.copyOf(roleIds);
    }

    /** One to five; the first that is a short text becomes the ticket's title. */
    public List<Question> questions() {
        return List.copyOf(questions);
    }

    /** The types that answers lead to. */
    Set<Long> routes() {
        return questions.stream()
                .flatMap(question -> question.options().stream())
                .map(Question.Option::routesTo)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    public void ask(List<Question> newQuestions) {
        this.questions = checked(newQuestions);
    }

    public Priority priority() {
        return priority;
    }

    public void priority(Priority newPriority) {
        this.priority = newPriority;
    }

    /** Null means always. */
    public @Nullable WorkingHours hours() {
        return hours;
    }

    public void open(@Nullable WorkingHours newHours) {
        this.hours = newHours;
    }

    public TypeLimits limits() {
        return limits;
    }

    public void limit(TypeLimits newLimits) {
        this.limits = newLimits;
    }

    public TypeTimes times() {
        return times;
    }

    /** When the staff should first have answered a ticket that is opened then, counting their hours only. */
    public @Nullable Instant firstResponseDue(Instant opened) {
        Duration target = Duration.ofMinutes(times.firstResponseMinutes());
        if (target.isZero()) {
            return null;
        }
        return hours == null ? opened.plus(target) : hours.after(opened, target);
    }

    public void times(TypeTimes newTimes) {
        this.times = newTimes;
    }
}
