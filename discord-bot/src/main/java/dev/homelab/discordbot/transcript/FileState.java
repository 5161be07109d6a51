package dev.homelab.discordbot.transcript;

/** What has become of a file: {@code OFF} came while files were not kept, {@code GONE} while Discord no longer had it. */
public enum FileState {
    WAITING,
    SAVED,
    TOO_LARGE,
    GONE,
    OFF,
    ERASED
}
