package dev.homelab.common.rules;

import org.junit.jupiter.api.Test;

class StructureTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("dev.homelab.common");
    }
}
