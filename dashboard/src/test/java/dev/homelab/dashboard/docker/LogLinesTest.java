package dev.homelab.dashboard.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LogLinesTest {

    private static final int LONGEST = 8000;

    private static String masked(String lines) {
        return LogLines.masked(lines, LONGEST);
    }

    @Test
    void maskWhatLooksLikeASecret() {
        assertThat(masked("Authorization: Bearer abc.def")).doesNotContain("abc.def");
        assertThat(masked("{\"token\":\"s3cret value\",\"user\":\"mia\"}"))
                .doesNotContain("s3cret")
                .contains("mia");
        assertThat(masked("password" + " ".repeat(40) + "hunter2")).doesNotContain("hunter2");
        assertThat(masked("password   =   hunter2")).doesNotContain("hunter2");
        assertThat(masked("jdbc at postgres://bot:hunter2@db/x")).isEqualTo("jdbc at postgres://bot:***@db/x");
    }

    @Test
    void areWithoutWhatOnlyATerminalUnderstands() {
        assertThat(masked("\u001B[31mred\u001B[0m\u001B[2K\r\n\u0007next")).isEqualTo("red\nnext");
    }

    @Test
    void keepNoSecretWhereverTheyAreCut() {
        for (int rest = LONGEST - 40; rest < LONGEST + 10; rest++) {
            String lines = "first password=hunter2\n"
                    + "x".repeat(900).concat("\n").repeat(rest / 901) + "y".repeat(rest % 901);
            assertThat(masked(lines)).doesNotContain("hunter2").hasSizeLessThanOrEqualTo(LONGEST);
        }
        assertThat(masked("password=\"" + "hunter2 ".repeat(2000))).hasSizeLessThan(2100);
    }

    @Test
    void beginWithAWholeLineWhereTheyAreCut() {
        assertThat(LogLines.masked("one\ntwo\nthree", 10)).isEqualTo("two\nthree");
        assertThat(LogLines.masked("one\ntwo\nthree", 9)).isEqualTo("two\nthree");
        assertThat(LogLines.masked("one\ntwo\nthree", 8)).isEqualTo("three");
    }

    @Test
    @Timeout(10)
    void costLittleHoweverTheyAreMade() {
        assertThat(masked(("password" + " ".repeat(1900) + "\n").repeat(1000))).hasSizeLessThanOrEqualTo(LONGEST);
        assertThat(masked("token:\"".repeat(100_000))).hasSizeLessThanOrEqualTo(LONGEST);
    }
}
