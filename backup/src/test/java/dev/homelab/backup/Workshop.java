package dev.homelab.backup;

import dev.homelab.backup.drill.Drill;
import dev.homelab.backup.dump.Dumper;
import dev.homelab.backup.store.BackupId;
import dev.homelab.backup.store.Catalogue;
import dev.homelab.backup.store.Kept;
import dev.homelab.backup.store.Manifest;
import dev.homelab.backup.store.Verification;
import dev.homelab.common.objects.ObjectServer;
import dev.homelab.local.server.ServerAddress;
import dev.homelab.local.server.TestServers;
import dev.homelab.local.time.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import tools.jackson.databind.json.JsonMapper;

/** All of the worker that makes and proves backups, without its schedule and its HTTP API. */
final class Workshop implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Workshop(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Workshop open(List<String> settings, String... more) {
        return new Workshop(new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(merged(settings, more)));
    }

    /** The last one wins. */
    static String[] merged(List<String> settings, String... more) {
        Map<String, String> all = new LinkedHashMap<>();
        Stream.concat(settings.stream(), Stream.of(more))
                .forEach(setting -> all.put(setting.substring(0, setting.indexOf('=')), setting));
        return all.values().toArray(String[]::new);
    }

    /** Two databases, a bucket and a work folder. */
    static List<String> settings(TestDatabase one, TestDatabase other, TestBucket bucket, Path folder) {
        ServerAddress postgres = TestServers.postgres();
        ServerAddress s3 = TestServers.s3();
        return List.of(
                "--LOG_FORMAT=",
                "--DISCORD_BOT_DB_URL=" + one.url(),
                "--STREAM_BOT_DB_URL=" + other.url(),
                "--DASHBOARD_DB_URL=",
                "--BACKUP_DB_USER=" + postgres.user(),
                "--BACKUP_DB_PASSWORD=" + postgres.password(),
                "--MINIO_ENDPOINT=" + s3.http(),
                "--MINIO_ROOT_USER=" + s3.user(),
                "--MINIO_ROOT_PASSWORD=" + s3.password(),
                "--BACKUP_BUCKET=" + bucket.name(),
                "--BACKUP_KEPT_FREE=1MB",
                "--BACKUP_FOLDER=" + folder);
    }

    void later(Duration time) {
        context.getBean(SettableClock.class).advance(time);
    }

    Instant now() {
        return context.getBean(SettableClock.class).instant();
    }

    /** A moment after the one before. */
    BackupId backUp() {
        later(Duration.ofSeconds(2));
        return context.getBean(Dumper.class).backUp(doing -> {});
    }

    Verification drill(BackupId id) {
        catalogue().refresh();
        return drill(kept(id));
    }

    Verification drill(Kept backup) {
        return context.getBean(Drill.class).with(backup, doing -> {});
    }

    Kept kept(BackupId id) {
        return catalogue().find(id).orElseThrow();
    }

    Manifest manifest(BackupId id) {
        return Objects.requireNonNull(kept(id).manifest());
    }

    Manifest.Dump dump(BackupId id, String name) {
        return manifest(id).dump(name).orElseThrow();
    }

    Catalogue catalogue() {
        return context.getBean(Catalogue.class);
    }

    @Override
    public void close() {
        context.close();
    }

    @ComponentScan({
        "dev.homelab.backup.disk",
        "dev.homelab.backup.drill",
        "dev.homelab.backup.dump",
        "dev.homelab.backup.encryption",
        "dev.homelab.backup.postgres",
        "dev.homelab.backup.store"
    })
    @ConfigurationPropertiesScan("dev.homelab.backup")
    @EnableConfigurationProperties(ObjectServer.class)
    static class Parts {

        @Bean
        JsonMapper json() {
            return JsonMapper.shared();
        }

        @Bean
        SettableClock clock() {
            return SettableClock.create();
        }
    }
}
