package dev.homelab.discordbot.web;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** The kinds of files that a browser may show, by their names' ends. */
final class Pictures {

    private static final Map<String, MediaType> KNOWN = Map.of(
            "png", MediaType.IMAGE_PNG,
            "jpg", MediaType.IMAGE_JPEG,
            "jpeg", MediaType.IMAGE_JPEG,
            "gif", MediaType.IMAGE_GIF,
            "webp", MediaType.valueOf("image/webp"));

    private Pictures() {}

    /** Null for anything else. */
    static @Nullable MediaType typeOf(String name) {
        return KNOWN.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
