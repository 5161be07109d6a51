package dev.homelab.local.platform;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of a query or a form; a repeated one is refused when it is asked for as one. */
record Parameters(Map<String, List<String>> values) {

    static Parameters parse(@Nullable String encoded) {
        if (encoded == null || encoded.isEmpty()) {
            return new Parameters(Map.of());
        }
        return new Parameters(Arrays.stream(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.groupingBy(
                        pair -> decode(pair[0]),
                        LinkedHashMap::new,
                        Collectors.mapping(pair -> pair.length == 1 ? "" : decode(pair[1]), Collectors.toList()))));
    }

    /** The value, or the empty text where there is none. */
    String text(String name) {
        String value = find(name);
        return value == null ? "" : value;
    }

    @Nullable
    String find(String name) {
        List<String> found = all(name);
        if (found.size() > 1) {
            throw Refused.badRequest("the parameter " + name + " is there " + found.size() + " times");
        }
        return found.isEmpty() ? null : found.getFirst();
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The parameters as they stand in an address. */
    String encoded() {
        return values.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> encode(entry.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Refuses every parameter that is not among the known ones, and names it. */
    void refuseUnknown(Set<String> known, String where) {
        List<String> unknown =
                values.keySet().stream().filter(name -> !known.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw Refused.badRequest(
                    "the simulator does not know the parameter '" + String.join("', '", unknown) + "' of " + where);
        }
    }

    /** The words of a value, as scopes are written. */
    List<String> words(String name) {
        return Arrays.stream(text(name).split("[ +]"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw Refused.badRequest("a parameter is not encoded as it should be");
        }
    }
}
