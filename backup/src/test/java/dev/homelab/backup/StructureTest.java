package dev.homelab.backup;

import dev.homelab.common.rules.HouseRules;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class StructureTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("dev.homelab.backup");
    }

    @Test
    void keepsThePackagesApart() {
        ApplicationModules.of(BackupApplication.class).verify();
    }
}
