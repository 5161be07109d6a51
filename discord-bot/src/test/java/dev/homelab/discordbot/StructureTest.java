package dev.homelab.discordbot;

import dev.homelab.common.rules.HouseRules;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class StructureTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("dev.homelab.discordbot");
    }

    @Test
    void keepsThePackagesApart() {
        ApplicationModules.of(DiscordBotApplication.class).verify();
    }
}
