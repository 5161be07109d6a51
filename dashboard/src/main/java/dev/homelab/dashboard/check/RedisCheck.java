package dev.homelab.dashboard.check;

import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.stereotype.Component;

@Component
class RedisCheck implements Check {

    private final RedisConnectionFactory redis;

    RedisCheck(RedisConnectionFactory redis) {
        this.redis = redis;
    }

    @Override
    public Part part() {
        return Part.REDIS;
    }

    @Override
    public Finding run() {
        try (RedisConnection connection = redis.getConnection()) {
            return Finding.up(part(), "Answers " + connection.ping() + ".");
        } catch (RuntimeException e) {
            return Finding.down(part(), "Does not answer: " + Reason.of(e));
        }
    }
}
