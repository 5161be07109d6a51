package dev.homelab.local.spring;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The servers that a {@code @SpringBootTest} talks to; each class that has it gets a database, which its subclasses share. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WithServers {

    Server[] value() default {Server.POSTGRES};

    /** A real server of this build. */
    enum Server {
        POSTGRES,
        REDIS,
        /** Its address and keys arrive as the settings {@code MINIO_ENDPOINT}, {@code MINIO_ROOT_USER} and {@code MINIO_ROOT_PASSWORD}. */
        S3
    }
}
