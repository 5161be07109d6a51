package dev.homelab.local.deployment;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What somebody reads, and may copy from.
 *
 * @param blocks fenced, such as commands
 * @param words in backticks
 */
record Document(String name, List<String> blocks, List<String> words) {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```[^\\n]*\\n(.*?)^ *```");
    private static final Pattern WORDS = Pattern.compile("`([^`]+)`");

    /** README.md and all that is in docs/. */
    static List<Document> all() {
        return Stream.concat(Stream.of(Repository.ROOT.resolve("README.md")), Repository.files("docs", ".md").stream())
                .map(file -> of(Repository.ROOT.relativize(file).toString(), Repository.text(file)))
                .toList();
    }

    /** Those that operators work with; the others speak of code as well. */
    static List<Document> forOperators() {
        return all().stream()
                .filter(document ->
                        !document.name.matches("docs/(architecture|decisions|performance|rules|how-to/add-.*)\\.md"))
                .toList();
    }

    private static Document of(String name, String text) {
        return new Document(
                name, groups(BLOCK, text), groups(WORDS, BLOCK.matcher(text).replaceAll("")));
    }

    private static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1).replaceAll("\\\\?\\n\\s*", "\n").strip())
                .toList();
    }

    Stream<String> code() {
        return Stream.concat(blocks.stream(), words.stream());
    }

    Stream<MatchResult> find(Pattern pattern) {
        return code().flatMap(code -> pattern.matcher(code).results());
    }
}
