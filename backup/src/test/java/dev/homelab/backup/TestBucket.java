package dev.homelab.backup;

import dev.homelab.local.server.ServerAddress;
import dev.homelab.local.server.TestServers;
import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A bucket of its own, as somebody sees it who goes past the worker. */
final class TestBucket {

    private static final MinioClient CLIENT = client();

    private final String name = "backups-" + UUID.randomUUID();

    String name() {
        return name;
    }

    List<String> keys() {
        return asking(() -> {
            List<String> keys = new ArrayList<>();
            if (CLIENT.bucketExists(BucketExistsArgs.builder().bucket(name).build())) {
                for (Result<Item> item : CLIENT.listObjects(
                        ListObjectsArgs.builder().bucket(name).recursive(true).build())) {
                    keys.add(item.get().objectName());
                }
            }
            return keys;
        });
    }

    byte[] read(String key) {
        return asking(() -> {
            try (InputStream in = CLIENT.getObject(
                    GetObjectArgs.builder().bucket(name).object(key).build())) {
                return in.readAllBytes();
            }
        });
    }

    void write(String key, byte[] bytes) {
        asking(() -> {
            if (!CLIENT.bucketExists(BucketExistsArgs.builder().bucket(name).build())) {
                CLIENT.makeBucket(MakeBucketArgs.builder().bucket(name).build());
            }
            return CLIENT.putObject(PutObjectArgs.builder().bucket(name).object(key).stream(
                            new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
                    .build());
        });
    }

    void remove(String key) {
        asking(() -> {
            CLIENT.removeObject(
                    RemoveObjectArgs.builder().bucket(name).object(key).build());
            return key;
        });
    }

    private static MinioClient client() {
        ServerAddress s3 = TestServers.s3();
        return MinioClient.builder()
                .endpoint(s3.http())
                .credentials(s3.user(), s3.password())
                .region("us-east-1")
                .build();
    }

    private static <T> T asking(Question<T> question) {
        try {
            return question.ask();
        } catch (MinioException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Question<T> {
        T ask() throws MinioException, IOException;
    }
}
