package dev.homelab.backup.store;

import dev.homelab.backup.problem.BackupProblem;
import dev.homelab.common.objects.ObjectServer;
import dev.homelab.common.startup.InvalidSetting;
import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.UploadObjectArgs;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The bucket of the backups; each call throws a {@link BackupProblem} when the server refuses or does not answer. */
@Component
public class Bucket {

    /** For each call; large objects go in parts of their own calls. */
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    private static final long PART = 16L * 1024 * 1024;
    private static final int LARGEST_TEXT = 4 * 1024 * 1024;

    private final String name;
    private final MinioClient client;

    Bucket(StoreSettings settings, ObjectServer server) {
        if (!server.isConfigured()) {
            throw new InvalidSetting(
                    "MINIO_ROOT_USER", "or MINIO_ROOT_PASSWORD is missing", "backups need an S3 server, so set both");
        }
        this.name = settings.bucket();
        this.client = server.client(DEADLINE);
    }

    /** An object that is there. */
    public record Entry(String key, long bytes, String etag, Instant written) {}

    /** All that is there. */
    List<Entry> list() {
        return asking(s3 -> {
            makeIfMissing(s3);
            List<Entry> entries = new ArrayList<>();
            for (Result<Item> result : s3.listObjects(
                    ListObjectsArgs.builder().bucket(name).recursive(true).build())) {
                Item item = result.get();
                entries.add(new Entry(
                        item.objectName(),
                        item.size(),
                        String.valueOf(item.etag()),
                        item.lastModified().toInstant()));
            }
            return entries;
        });
    }

    private void makeIfMissing(MinioClient s3) throws MinioException {
        if (!s3.bucketExists(BucketExistsArgs.builder().bucket(name).build())) {
            s3.makeBucket(MakeBucketArgs.builder().bucket(name).build());
        }
    }

    byte[] read(String key) {
        return asking(s3 -> {
            try (InputStream in = s3.getObject(
                    GetObjectArgs.builder().bucket(name).object(key).build())) {
                return in.readNBytes(LARGEST_TEXT);
            }
        });
    }

    void write(String key, byte[] json) {
        asking(s3 -> s3.putObject(PutObjectArgs.builder().bucket(name).object(key).stream(
                        new ByteArrayInputStream(json), (long) json.length, -1L)
                .contentType("application/json")
                .build()));
    }

    void upload(String key, Path file) {
        asking(s3 -> s3.uploadObject(UploadObjectArgs.builder()
                .bucket(name)
                .object(key)
                .filename(file.toString(), PART)
                .build()));
    }

    /** An object of that size, in parts, so that no call takes long. */
    void download(String key, long bytes, Path file) {
        asking(s3 -> {
            try (OutputStream out = Files.newOutputStream(file)) {
                for (long from = 0; from < bytes; from += PART) {
                    part(s3, key, from, Math.min(PART, bytes - from), out);
                }
            }
            return file;
        });
    }

    private void part(MinioClient s3, String key, long from, long length, OutputStream out)
            throws MinioException, IOException {
        try (InputStream in = s3.getObject(GetObjectArgs.builder()
                .bucket(name)
                .object(key)
                .offset(from)
                .length(length)
                .build())) {
            in.transferTo(out);
        }
    }

    void remove(String key) {
        asking(s3 -> {
            s3.removeObject(RemoveObjectArgs.builder().bucket(name).object(key).build());
            return key;
        });
    }

    /** The client wraps a connection that breaks in an IllegalStateException. */
    private <T> T asking(Question<T> question) {
        try {
            return question.ask(client);
        } catch (MinioException | IOException | IllegalStateException e) {
            throw new BackupProblem("the S3 server refuses or does not answer", e);
        }
    }

    private interface Question<T> {
        T ask(MinioClient client) throws MinioException, IOException;
    }
}
