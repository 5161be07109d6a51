package dev.homelab.backup.disk;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Where dumps lie until they are in S3.
 *
 * @param scratch a folder on the disk of the scratch server; empty when that is the disk of the work folder
 * @param keptFree what a run never uses up
 */
@ConfigurationProperties("homelab.backup.disk")
public record DiskSettings(Path folder, String scratch, DataSize keptFree) {

    Path scratchDisk() {
        return scratch.isBlank() ? folder : Path.of(scratch);
    }
}
