package dev.homelab.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder whose {@code pg_dump} misbehaves; where {@code real} is written in its script, the real one runs. */
final class FakeTools {

    private static final String FIND =
            "PATH=\"$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1):$PATH\"\n";

    private FakeTools() {}

    static String withDump(Path folder, String script) {
        write(folder.resolve("pg_restore"), "exec pg_restore \"$@\"");
        write(folder.resolve("pg_dump"), """
                real() { command pg_dump "$@"; }
                file() { for word in "$@"; do case "$word" in --file=*) echo "${word#--file=}" ;; esac; done; }
                if [ "$1" = --version ]; then real --version; exit; fi
                """ + script);
        return "--BACKUP_PG_BIN=" + folder;
    }

    static String ofVersion(Path folder, String version) {
        write(folder.resolve("pg_restore"), "exit 1");
        write(folder.resolve("pg_dump"), "echo 'pg_dump (PostgreSQL) " + version + "'");
        return "--BACKUP_PG_BIN=" + folder;
    }

    private static void write(Path tool, String script) {
        try {
            Files.writeString(tool, "#!/bin/sh\n" + FIND + script + "\n");
            Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
