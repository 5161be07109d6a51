package dev.homelab.discordbot.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * Discord's markdown as HTML. Whatever was written is escaped first or stays text; the tags are ours alone, and each is
 * closed where it was opened.
 */
final class DiscordMarkdown {

    private static final Pattern FENCE = Pattern.compile("```(?:[a-zA-Z0-9_+-]{1,20}\\n)?\\n?(.+?)```", Pattern.DOTALL);
    private static final Pattern INLINE = Pattern.compile("`([^`\\n]+)`"
            + "|\\\\([\\\\*_~`|>#\\[\\]()-])"
            + "|<(@!?|@&|#)(\\d{1,20})>"
            + "|<t:(-?\\d{1,13})(?::[tTdDfFR])?>"
            + "|<a?:(\\w{1,32}):\\d{1,20}>"
            + "|\\[([^\\[\\]\\n]{1,200})]\\(<?(https?://[^\\s<>()\"]{1,2000})>?\\)"
            + "|(https?://[^\\s<>\"']{1,2000})"
            + "|\\*\\*(?=\\S)(.+?)(?<=\\S)\\*\\*(?!\\*)"
            + "|__(?=\\S)(.+?)(?<=\\S)__(?!_)"
            + "|~~(?=\\S)(.+?)(?<=\\S)~~"
            + "|\\|\\|(?=\\S)(.+?)(?<=\\S)\\|\\|"
            + "|(?<![*\\w])\\*(?=[^\\s*])([^*\\n]+)(?<=\\S)\\*(?![*\\w])"
            + "|(?<!\\w)_(?=[^\\s_])([^_\\n]+)(?<=\\S)_(?!\\w)");
    private static final String[] WRAPS = {"strong", "u", "s", "mark", "em", "em"};
    private static final int FIRST_WRAP = 10;
    private static final int DEEPEST = 6;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final Map<String, String> names;

    /** @param names of what is mentioned, as in {@link dev.homelab.discordbot.transcript.Words} */
    DiscordMarkdown(Map<String, String> names) {
        this.names = names;
    }

    String html(String text) {
        StringBuilder html = new StringBuilder();
        int end = 0;
        for (MatchResult fence : FENCE.matcher(text).results().toList()) {
            lines(text.substring(end, fence.start()), html);
            html.append("<pre><code>").append(escaped(fence.group(1).strip())).append("</code></pre>");
            end = fence.end();
        }
        lines(text.substring(end), html);
        return html.toString();
    }

    private void lines(String text, StringBuilder html) {
        boolean quoting = false;
        boolean first = true;
        for (String line : text.strip().split("\n", -1)) {
            boolean quoted = line.startsWith("> ") || line.startsWith(">>> ");
            if (quoted != quoting) {
                html.append(quoted ? "<blockquote>" : "</blockquote>");
            } else if (!first) {
                html.append("<br>");
            }
            line(quoted ? line.substring(line.indexOf(' ') + 1) : line, html);
            quoting = quoted;
            first = false;
        }
        html.append(quoting ? "</blockquote>" : "");
    }

    private void line(String line, StringBuilder html) {
        if (line.matches("#{1,3} .+")) {
            html.append("<strong>")
                    .append(inline(line.substring(line.indexOf(' ') + 1), 0))
                    .append("</strong>");
        } else if (line.matches("-# .+")) {
            html.append("<small>").append(inline(line.substring(3), 0)).append("</small>");
        } else if (line.matches(" {0,8}[-*] .+")) {
            html.append("• ").append(inline(line.strip().substring(2), 0));
        } else {
            html.append(inline(line, 0));
        }
    }

    private String inline(String text, int depth) {
        if (depth > DEEPEST) {
            return escaped(text);
        }
        StringBuilder html = new StringBuilder();
        int end = 0;
        for (MatchResult found : INLINE.matcher(text).results().toList()) {
            html.append(escaped(text.substring(end, found.start()))).append(piece(found, depth));
            end = found.end();
        }
        return html.append(escaped(text.substring(end))).toString();
    }

    private String piece(MatchResult found, int depth) {
        if (found.group(1) != null) {
            return "<code>" + escaped(found.group(1)) + "</code>";
        }
        if (found.group(2) != null) {
            return escaped(found.group(2));
        }
        if (found.group(3) != null) {
            return mention(found.group(3), found.group(4));
        }
        if (found.group(5) != null) {
            return moment(found.group(5));
        }
        if (found.group(6) != null) {
            return ":" + escaped(found.group(6)) + ":";
        }
        if (found.group(7) != null) {
            return link(found.group(8), inline(found.group(7), DEEPEST + 1));
        }
        if (found.group(9) != null) {
            return link(found.group(9), escaped(found.group(9)));
        }
        return wrapped(found, depth);
    }

    private String wrapped(MatchResult found, int depth) {
        for (int i = 0; i < WRAPS.length; i++) {
            String inner = found.group(FIRST_WRAP + i);
            if (inner != null) {
                return "<" + WRAPS[i] + ">" + inline(inner, depth + 1) + "</" + WRAPS[i] + ">";
            }
        }
        return escaped(found.group());
    }

    private String mention(String kind, String id) {
        String sign = kind.startsWith("@&") ? "&" : kind.substring(0, 1);
        String name = Objects.requireNonNullElse(names.get(sign + id), id);
        return "<span class=\"mention\">" + (sign.equals("#") ? "#" : "@") + escaped(name) + "</span>";
    }

    private static String moment(String seconds) {
        try {
            return "<time>" + MOMENT.format(Instant.ofEpochSecond(Long.parseLong(seconds))) + "</time>";
        } catch (DateTimeException e) {
            return escaped(seconds);
        }
    }

    private static String link(String address, String shown) {
        return "<a rel=\"noopener noreferrer nofollow\" href=\"" + escaped(address) + "\">" + shown + "</a>";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
