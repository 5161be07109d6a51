package dev.homelab.discordbot.discord;

import java.time.Instant;
import java.util.UUID;

/** Tells whole channels something for other services. */
public interface NoticeBoard {

    /**
     * A notice as it is shown.
     *
     * @param text may be empty
     * @param colour as 0xrrggbb
     * @param address behind the title
     */
    record Notice(String title, String text, int colour, String address, Instant at) {}

    /**
     * Posts a notice once for each key, at most two calls to Discord; a repetition looks whether it was posted before.
     *
     * @throws dev.homelab.discordbot.language.Refusal when there is no such channel, or the bot may not write there
     * @throws Messenger.NotNow when it may have been posted, or was not
     */
    void post(UUID key, long channelId, Notice notice);
}
