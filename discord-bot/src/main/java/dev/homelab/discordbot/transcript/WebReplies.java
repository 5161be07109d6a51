package dev.homelab.discordbot.transcript;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose words the bot's cards are that it has posted for staff at the web. */
@Component
public class WebReplies {

    private final JdbcClient jdbc;

    WebReplies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** That message holds that person's words; its own record may come before or after this. */
    public void written(long messageId, long staffId) {
        jdbc.sql("INSERT INTO web_reply (message_id, staff_id) VALUES (:message, :staff) ON CONFLICT DO NOTHING")
                .param("message", messageId)
                .param("staff", staffId)
                .update();
    }
}
