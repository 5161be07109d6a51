package dev.homelab.streambot.time;

import java.time.Clock;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An auto-configuration, so that a test's clock takes its place. */
@AutoConfiguration(
        afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
        beforeName = "dev.homelab.common.time.TimeConfiguration")
class DatabaseClockConfiguration {

    @Bean
    @ConditionalOnMissingBean(Clock.class)
    DatabaseClock clock(JdbcClient jdbc) {
        return new DatabaseClock(
                InstantSource.system(),
                () -> jdbc.sql("SELECT clock_timestamp()")
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant());
    }
}
