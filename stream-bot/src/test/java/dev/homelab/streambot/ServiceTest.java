package dev.homelab.streambot;

import dev.homelab.local.spring.Statements;
import dev.homelab.local.spring.WithServers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The whole service on a free port, with a database of its own, which those share that inherit it from one class. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = StreamBotApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({SimulatedWorld.SharedClock.class, Statements.class})
@WithServers
public @interface ServiceTest {}
