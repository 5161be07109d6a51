package dev.homelab.dashboard;

import dev.homelab.common.rules.HouseRules;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class StructureTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("dev.homelab.dashboard");
    }

    @Test
    void keepsThePackagesApart() {
        ApplicationModules.of(DashboardApplication.class).verify();
    }
}
