package dev.homelab.backup.disk;

import dev.homelab.backup.problem.BackupProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Hands out a folder for each run, and removes those of runs that were killed. */
@Component
public class WorkFolder {

    private static final double MEGABYTE = 1024.0 * 1024;

    private final DiskSettings settings;

    WorkFolder(DiskSettings settings) {
        this.settings = settings;
    }

    /** A folder of its own for one run, gone when it is closed. */
    public Workplace open() {
        try {
            Files.createDirectories(settings.folder());
            sweep();
            return Workplace.in(settings.folder());
        } catch (IOException e) {
            throw new BackupProblem("the work folder " + settings.folder() + " cannot be used", e);
        }
    }

    private void sweep() throws IOException {
        for (Path left : subfolders()) {
            Workplace.removeUnlessInUse(left);
        }
    }

    private List<Path> subfolders() throws IOException {
        try (Stream<Path> all = Files.list(settings.folder())) {
            return all.filter(Workplace::isOne).toList();
        }
    }

    /** Throws a {@link BackupProblem} unless the work folder's disk has room for so many bytes. */
    public void requireRoom(long bytes) {
        require(settings.folder(), bytes);
    }

    /** The same for the disk of the scratch server. */
    public void requireScratchRoom(long bytes) {
        require(settings.scratchDisk(), bytes);
    }

    private void require(Path folder, long bytes) {
        long needed = bytes + settings.keptFree().toBytes();
        long free = free(folder);
        if (free < needed) {
            throw new BackupProblem(
                    "the disk of %s has %.0f MB free and %.0f MB are needed; make room, or lower BACKUP_KEPT_FREE"
                            .formatted(folder, free / MEGABYTE, needed / MEGABYTE));
        }
    }

    private static long free(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new BackupProblem("the free space of " + folder + " cannot be told", e);
        }
    }
}
