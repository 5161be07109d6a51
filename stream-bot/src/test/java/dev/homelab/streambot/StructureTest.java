package dev.homelab.streambot;

import dev.homelab.common.rules.HouseRules;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class StructureTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("dev.homelab.streambot");
    }

    @Test
    void keepsThePackagesApart() {
        ApplicationModules.of(StreamBotApplication.class).verify();
    }
}
