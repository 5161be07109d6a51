package dev.homelab.discordbot.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AnswerTest {

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void readsAnswersThatWereStoredBeforeThereWereFiles() {
        String stored = "{\"question\":\"What is it about?\",\"text\":\"Since yesterday.\"}";
        assertThat(json.readValue(stored, Answer.class)).isEqualTo(Answer.of("What is it about?", "Since yesterday."));
    }

    @Test
    void keepsFiles() {
        Answer answer = new Answer("Log?", "a.txt", List.of(new Answer.File("a.txt", "https://cdn.example/a", 3)));
        assertThat(json.readValue(json.writeValueAsString(answer), Answer.class))
                .isEqualTo(answer);
    }
}
