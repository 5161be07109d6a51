# One image for each service: docker-compose builds the targets that it needs.
# Everything is built with the wrapper, unpacked into layers, and trained once, so that the JVM finds its classes ready.

FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY scripts/jdk.sh scripts/
COPY bench/pom.xml bench/
COPY common common
COPY local local
COPY discord-bot discord-bot
COPY stream-bot stream-bot
COPY dashboard dashboard
COPY backup backup
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    ./mvnw -q package -DskipTests -Dspotless.check.skip -pl discord-bot,stream-bot,dashboard,backup,local -am
RUN for service in discord-bot stream-bot dashboard backup; do \
      java -Djarmode=tools -jar $service/target/$service-1.0.0-SNAPSHOT.jar extract --layers --destination /out/$service \
        && mv /out/$service/application/*.jar /out/$service/application/app.jar || exit 1; \
    done
RUN mkdir -p /out/local && cp local/target/local-1.0.0-SNAPSHOT.jar /out/local/local.jar && cp -r local/target/lib /out/local/lib

# What runs: the JRE, and nobody's rights.
FROM eclipse-temurin:25-jre AS service
WORKDIR /app
COPY docker/ready docker/jvm.options ./
USER 10001:10001
ENTRYPOINT ["java", "@/app/jvm.options", "-XX:AOTCache=/app/app.aot", "-jar", "/app/app.jar"]

# Where services are trained: beside a PostgreSQL, with the very JRE that they will run on.
FROM postgres:17 AS school
ENV JAVA_HOME=/opt/java/openjdk PATH=/opt/java/openjdk/bin:$PATH
COPY --from=service /opt/java/openjdk /opt/java/openjdk
COPY --from=build /out/local /local
COPY docker/train /usr/local/bin/
WORKDIR /app
RUN chown postgres:postgres /app
COPY docker/ready docker/jvm.options ./
USER postgres
ENTRYPOINT []

FROM school AS trained-discord-bot
COPY --from=build /out/discord-bot/dependencies/ /out/discord-bot/snapshot-dependencies/ /out/discord-bot/application/ ./
RUN DISCORD_BOT_DB_URL=jdbc:postgresql://127.0.0.1/discord_bot DISCORD_BOT_DB_USER=postgres \
    DISCORD_BOT_TOKEN=local-bot-token DISCORD_API_URL=http://localhost:8090/api/v10/ DISCORD_GATEWAY_URL=ws://localhost:8090/gateway \
    DISCORD_CLIENT_ID=training DISCORD_CLIENT_SECRET=training INTERNAL_TOKEN_DASHBOARD=0123456789abcdef0123456789abcdef \
    train 8081 discord_bot /tickets /tickets/sign-in /homelab/homelab.css /actuator/prometheus /nothing

FROM service AS discord-bot
COPY --from=build /out/discord-bot/dependencies/ ./
COPY --from=build /out/discord-bot/snapshot-dependencies/ /out/discord-bot/application/ ./
COPY --from=trained-discord-bot /app/app.aot ./
EXPOSE 8081
HEALTHCHECK --interval=5s --timeout=5s --start-period=90s --retries=6 CMD ["/app/ready", "8081"]

FROM school AS trained-stream-bot
COPY --from=build /out/stream-bot/dependencies/ /out/stream-bot/snapshot-dependencies/ /out/stream-bot/application/ ./
RUN STREAM_BOT_DB_URL=jdbc:postgresql://127.0.0.1/stream_bot STREAM_BOT_DB_USER=postgres \
    TOKEN_ENCRYPTION_KEYSET=$(java -jar app.jar new-keyset) \
    TWITCH_CLIENT_ID=training TWITCH_CLIENT_SECRET=training INTERNAL_TOKEN_DASHBOARD=0123456789abcdef0123456789abcdef \
    train 8082 stream_bot / /sign-in/twitch /connections /homelab/homelab.css /actuator/prometheus /nothing

FROM service AS stream-bot
COPY --from=build /out/stream-bot/dependencies/ ./
COPY --from=build /out/stream-bot/snapshot-dependencies/ /out/stream-bot/application/ ./
COPY --from=trained-stream-bot /app/app.aot ./
EXPOSE 8082
HEALTHCHECK --interval=5s --timeout=5s --start-period=90s --retries=6 CMD ["/app/ready", "8082"]

FROM school AS trained-dashboard
COPY --from=build /out/dashboard/dependencies/ /out/dashboard/snapshot-dependencies/ /out/dashboard/application/ ./
RUN DASHBOARD_DB_URL=jdbc:postgresql://127.0.0.1/dashboard DASHBOARD_DB_USER=postgres \
    ADMIN_PASSWORD=only-while-training INTERNAL_TOKEN_DASHBOARD=0123456789abcdef0123456789abcdef \
    train 8080 dashboard / /sign-in /status /homelab/homelab.css /actuator/prometheus /nothing

FROM service AS dashboard
COPY --from=build /out/dashboard/dependencies/ ./
COPY --from=build /out/dashboard/snapshot-dependencies/ /out/dashboard/application/ ./
COPY --from=trained-dashboard /app/app.aot ./
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=5s --start-period=90s --retries=6 CMD ["/app/ready", "8080"]

FROM school AS trained-backup
COPY --from=build /out/backup/dependencies/ /out/backup/snapshot-dependencies/ /out/backup/application/ ./
RUN DISCORD_BOT_DB_URL=jdbc:postgresql://127.0.0.1/discord_bot STREAM_BOT_DB_URL= DASHBOARD_DB_URL= BACKUP_DB_USER=postgres \
    MINIO_ROOT_USER=training MINIO_ROOT_PASSWORD=training INTERNAL_TOKEN_DASHBOARD=0123456789abcdef0123456789abcdef \
    train 8083 discord_bot /actuator/prometheus /nothing

# On PostgreSQL's own image, for the tools of the very version that it dumps.
FROM postgres:17 AS backup
ENV JAVA_HOME=/opt/java/openjdk PATH=/opt/java/openjdk/bin:$PATH
COPY --from=service /opt/java/openjdk /opt/java/openjdk
RUN mkdir /work && chown 10001:10001 /work
WORKDIR /app
COPY docker/ready docker/jvm.options ./
USER 10001:10001
ENTRYPOINT ["java", "@/app/jvm.options", "-XX:AOTCache=/app/app.aot", "-jar", "/app/app.jar"]
CMD []
COPY --from=build /out/backup/dependencies/ ./
COPY --from=build /out/backup/snapshot-dependencies/ /out/backup/application/ ./
COPY --from=trained-backup /app/app.aot ./
EXPOSE 8083
HEALTHCHECK --interval=5s --timeout=5s --start-period=90s --retries=6 CMD ["/app/ready", "8083"]

# The world outside, simulated: for docker-compose.demo.yml alone.
FROM service AS local
COPY --from=build /out/local/ ./
EXPOSE 8090 8091
ENTRYPOINT ["java", "@/app/jvm.options", "-cp", "/app/local.jar:/app/lib/*", "dev.homelab.local.demo.Neighbours"]
