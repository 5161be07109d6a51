package dev.homelab.dashboard.docker;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a container has written, fit to be shown: without what looks like a secret, and without what only a terminal understands. */
final class LogLines {

    private static final int LONGEST_LINE = 2000;
    private static final Pattern FOR_TERMINALS = Pattern.compile("\\u001B\\[[0-?]*[ -/]*[@-~]|[\\p{Cntrl}&&[^\\n\\t]]");
    /** They end where a line was cut, too. */
    private static final Pattern SECRET = Pattern.compile(
            "(?i)((?:password|passwd|secret|token|authorization|bearer|api[-_]?key|keyset)[\\w\"'-]*+(?:\\s*+[=:]|\\s)\\s*+)(?:(?:bearer|basic)\\s+)?(\"[^\"\\n]*(?:\"|…$)|\\S+)",
            Pattern.MULTILINE);

    private static final Pattern IN_ADDRESS = Pattern.compile("(://[^/\\s:@]*:)[^@\\s/]+(?:@|…$)", Pattern.MULTILINE);

    private LogLines() {}

    /**
     * The last of the lines.
     *
     * @param longest so many letters at most
     */
    static String masked(String lines, int longest) {
        String shown = FOR_TERMINALS.matcher(lines).replaceAll("");
        String bounded = shown.lines().map(LogLines::shortened).collect(Collectors.joining("\n"));
        String masked =
                IN_ADDRESS.matcher(SECRET.matcher(bounded).replaceAll("$1***")).replaceAll("$1***@");
        return masked.length() <= longest ? masked : endOf(masked, longest);
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_LINE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST_LINE) - 1)) + "…";
    }

    private static String endOf(String masked, int longest) {
        int whole = masked.indexOf('\n', masked.length() - longest - 1);
        return masked.substring(whole + 1);
    }
}
