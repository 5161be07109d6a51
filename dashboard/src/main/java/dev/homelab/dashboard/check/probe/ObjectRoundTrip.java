package dev.homelab.dashboard.check.probe;

import dev.homelab.dashboard.check.Finding;
import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.errors.MinioException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** Puts a small object, reads it back and deletes it, since a server whose disk is full still answers. */
public final class ObjectRoundTrip {

    private ObjectRoundTrip() {}

    /** In a bucket that is made if it is missing. */
    public static Finding ask(MinioClient client, String bucket) throws MinioException, IOException {
        if (!client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
            client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
        }
        String key = "check/" + UUID.randomUUID();
        byte[] sent = key.getBytes(StandardCharsets.UTF_8);
        client.putObject(PutObjectArgs.builder().bucket(bucket).object(key).stream(
                        new ByteArrayInputStream(sent), (long) sent.length, -1L)
                .build());
        try (InputStream answer = client.getObject(
                GetObjectArgs.builder().bucket(bucket).object(key).build())) {
            return Arrays.equals(sent, answer.readNBytes(sent.length + 1))
                    ? Finding.up("s3.up")
                    : Finding.down("s3.other");
        } finally {
            client.removeObject(
                    RemoveObjectArgs.builder().bucket(bucket).object(key).build());
        }
    }
}
