package dev.homelab.dashboard.check.probe;

import dev.homelab.dashboard.check.Finding;
import dev.homelab.dashboard.check.Prober;
import dev.homelab.dashboard.check.Target;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.stereotype.Component;

@Component
class DiskProber implements Prober<Target.Disk> {

    private static final long GIGABYTE = 1024L * 1024 * 1024;
    private static final int THIRD = 3;

    @Override
    public Class<Target.Disk> kind() {
        return Target.Disk.class;
    }

    @Override
    public Finding ask(Target.Disk target, Duration atMost) throws IOException {
        FileStore disk = Files.getFileStore(Path.of(target.folder()));
        long percent = 100 * disk.getUsableSpace() / Math.max(1, disk.getTotalSpace());
        long free = disk.getUsableSpace() / GIGABYTE;
        if (percent * THIRD < target.percent()) {
            return Finding.down("disk.full", percent, free);
        }
        return percent < target.percent()
                ? Finding.degraded("disk.filling", percent, free)
                : Finding.up("disk.up", percent, free);
    }
}
