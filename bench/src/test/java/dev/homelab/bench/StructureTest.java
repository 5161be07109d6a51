package dev.homelab.bench;

import dev.homelab.common.rules.HouseRules;
import org.junit.jupiter.api.Test;

class StructureTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("dev.homelab.bench");
    }
}
