package dev.homelab.discordbot.transcript;

import dev.homelab.common.objects.ObjectServer;
import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The bytes of kept files, each under its own number: names that people chose never become part of an address. */
@Component
class FileStore {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final FileSettings settings;
    private final @Nullable MinioClient client;

    FileStore(FileSettings settings, ObjectServer server) {
        this.settings = settings;
        this.client = server.isConfigured() ? server.client(DEADLINE) : null;
    }

    boolean isConfigured() {
        return client != null;
    }

    /** Sends them in parts of 5 MB, of which one at a time is in memory. */
    void put(long fileId, InputStream bytes, long size) throws IOException {
        asking(s3 -> {
            if (!s3.bucketExists(
                    BucketExistsArgs.builder().bucket(settings.bucket()).build())) {
                s3.makeBucket(MakeBucketArgs.builder().bucket(settings.bucket()).build());
            }
            return s3.putObject(
                    PutObjectArgs.builder().bucket(settings.bucket()).object(key(fileId)).stream(bytes, size, -1L)
                            .contentType("application/octet-stream")
                            .build());
        });
    }

    /** To be closed by whoever reads it. */
    InputStream get(long fileId) throws IOException {
        return asking(s3 -> s3.getObject(GetObjectArgs.builder()
                .bucket(settings.bucket())
                .object(key(fileId))
                .build()));
    }

    /** One that is gone already is as gone as it gets. */
    void remove(long fileId) throws IOException {
        asking(s3 -> {
            s3.removeObject(RemoveObjectArgs.builder()
                    .bucket(settings.bucket())
                    .object(key(fileId))
                    .build());
            return fileId;
        });
    }

    private static String key(long fileId) {
        return "files/" + fileId;
    }

    private <T> T asking(Question<T> question) throws IOException {
        if (client == null) {
            throw new IOException("files are switched off: set MINIO_ROOT_USER and MINIO_ROOT_PASSWORD");
        }
        try {
            return question.ask(client);
        } catch (MinioException | IllegalStateException e) {
            // The client throws the second when a connection breaks in the middle of an answer.
            throw new IOException("the S3 server refused or did not answer", e);
        }
    }

    private interface Question<T> {
        T ask(MinioClient client) throws MinioException;
    }
}
