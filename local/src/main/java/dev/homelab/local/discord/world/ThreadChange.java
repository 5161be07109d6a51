package dev.homelab.local.discord.world;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a PATCH asks of a thread; null leaves a thing as it is. */
record ThreadChange(
        @Nullable String name,
        @Nullable Boolean archived,
        @Nullable Boolean locked,
        @Nullable Boolean invitable,
        @Nullable Integer autoArchiveMinutes,
        @Nullable Integer slowmodeSeconds) {

    static ThreadChange read(Form form) {
        form.ignore("flags", "applied_tags");
        return new ThreadChange(
                form.text("name", 1, 100),
                form.flag("archived"),
                form.flag("locked"),
                form.flag("invitable"),
                form.choice("auto_archive_duration", ThreadState.AUTO_ARCHIVE),
                form.integer("rate_limit_per_user", 0, 21_600));
    }

    /** Changes the thread; false when it was all that way already. */
    boolean apply(Channel thread, ThreadState state, Instant now) {
        String before = describe(thread, state);
        boolean wasArchived = state.archived;
        thread.name = Objects.requireNonNullElse(name, thread.name);
        state.archived = Objects.requireNonNullElse(archived, state.archived);
        state.locked = Objects.requireNonNullElse(locked, state.locked);
        state.invitable = Objects.requireNonNullElse(invitable, state.invitable);
        state.autoArchiveMinutes = Objects.requireNonNullElse(autoArchiveMinutes, state.autoArchiveMinutes);
        thread.slowmodeSeconds = Objects.requireNonNullElse(slowmodeSeconds, thread.slowmodeSeconds);
        if (state.archived != wasArchived) {
            state.archiveChangedAt = now;
            state.lastActivity = now;
        }
        return !before.equals(describe(thread, state));
    }

    private static String describe(Channel thread, ThreadState state) {
        return "%s %s %s %s %s %s"
                .formatted(
                        thread.name,
                        state.archived,
                        state.locked,
                        state.invitable,
                        state.autoArchiveMinutes,
                        thread.slowmodeSeconds);
    }
}
