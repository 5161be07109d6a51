package dev.homelab.discordbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever members write becomes text, and only what Discord would format becomes a tag. */
class DiscordMarkdownTest {

    private final DiscordMarkdown markdown =
            new DiscordMarkdown(Map.of("@11", "<b>Mia</b>", "&12", "Staff", "#13", "general"));

    @Test
    void formatsWhatDiscordFormats() {
        assertThat(markdown.html("**bold** *it* __under__ ~~gone~~ `a<b` snake_case_name"))
                .isEqualTo("<strong>bold</strong> <em>it</em> <u>under</u> <s>gone</s> <code>a&lt;b</code>"
                        + " snake_case_name");
        assertThat(markdown.html("> said\nanswer")).isEqualTo("<blockquote>said</blockquote>answer");
        assertThat(markdown.html("```java\nint **a**;\n```")).isEqualTo("<pre><code>int **a**;</code></pre>");
        assertThat(markdown.html("<t:0:R>")).isEqualTo("<time>1970-01-01 00:00 UTC</time>");
    }

    @Test
    void showsMentionsByTheirNamesAndEscapesThose() {
        assertThat(markdown.html("<@11> <@&12> <#13> <@99>"))
                .contains("@&lt;b&gt;Mia&lt;/b&gt;", "@Staff", "#general", "@99")
                .doesNotContain("<b>");
    }

    @Test
    void linksToTheWebAlone() {
        assertThat(markdown.html("[here](https://example.org/?a=1&b=2)"))
                .contains("href=\"https://example.org/?a=1&amp;b=2\"", ">here</a>");
        assertThat(markdown.html("[x](javascript:alert(1)) data:text/html,x")).doesNotContain("<a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "**<img src=x onerror=alert(1)>**",
                "https://example.org/\"onmouseover=alert(1)",
                "[<svg onload=1>](https://example.org)",
                "`<i>` ||<i>|| > <i>",
                "\u202e<i>\u200b\u0000"
            })
    void letsNoTagThrough(String hostile) {
        assertThat(markdown.html(hostile)).doesNotContain("<script", "<img", "<svg", "<i>", "\"onmouseover");
    }

    @Test
    void isQuickWithFourThousandCharactersThatOpenAndNeverClose() {
        assertThat(markdown.html("**__~~||*_`[".repeat(333))).contains("[");
        assertThat(markdown.html("*".repeat(4000))).contains("*");
        assertThat(markdown.html("```".repeat(1333))).contains("`");
    }
}
