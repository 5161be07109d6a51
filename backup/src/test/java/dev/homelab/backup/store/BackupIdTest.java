package dev.homelab.backup.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupIdTest {

    @Test
    void isItsTimeToTheSecond() {
        BackupId id = BackupId.at(Instant.parse("2026-11-26T03:30:07.9Z"));

        assertThat(id.value()).isEqualTo("2026-11-26T03-30-07Z");
        assertThat(id.at()).isEqualTo("2026-11-26T03:30:07Z");
        assertThat(BackupId.parse(id.value())).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "..", "../2026-11-26T03-30-07Z", "2026-11-26T03-30-07Z/..", "2026-13-26T03-30-07Z", "newest"
            })
    void whatIsNoneIsNotTaken(String text) {
        assertThat(BackupId.parse(text)).isEmpty();
    }
}
