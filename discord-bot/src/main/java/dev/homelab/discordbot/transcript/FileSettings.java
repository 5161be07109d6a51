package dev.homelab.discordbot.transcript;

import dev.homelab.common.startup.InvalidSetting;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Which files are kept, and in which bucket of the S3 server.
 *
 * @param largest the largest file that is kept
 * @param sources the origins that files are fetched from, and no other
 */
@ConfigurationProperties("homelab.files")
record FileSettings(String bucket, DataSize largest, List<String> sources) {

    FileSettings {
        if (largest.toBytes() < 0 || largest.toMegabytes() > 500) {
            throw new InvalidSetting("TRANSCRIPT_LARGEST_FILE", "is not within 0 and 500MB", "set it to 25MB");
        }
        if (!bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
            throw new InvalidSetting("TRANSCRIPT_BUCKET", "is not a bucket's name", "set it to transcripts");
        }
        sources = List.copyOf(sources);
    }

    /** Whether an address lies below one of the sources. */
    boolean serves(String url) {
        return sources.stream().anyMatch(source -> url.startsWith(source.endsWith("/") ? source : source + "/"));
    }
}
