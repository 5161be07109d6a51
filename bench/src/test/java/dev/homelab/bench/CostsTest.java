package dev.homelab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CostsTest {

    @Test
    void takesTheMedianOfEachFigure() {
        Costs costs = new Costs();
        costs.add(Act.OPEN, new Cost(10, 13, 3));
        costs.add(Act.OPEN, new Cost(90, 14, 1));
        costs.add(Act.OPEN, new Cost(20, 13, 2));
        costs.add(Act.CLOSE, new Cost(500, 500, 500));

        assertThat(costs.of(Act.OPEN)).isEqualTo(new Cost(20, 13, 2));
    }

    @Test
    void comparesFigureByFigure() {
        assertThat(new Cost(30, 13, 1).over(new Cost(20, 13, 2))).isEqualTo(new Cost(1.5, 1, 0.5));
    }
}
