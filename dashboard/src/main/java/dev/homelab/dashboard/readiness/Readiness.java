package dev.homelab.dashboard.readiness;

import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.readiness.Item.Verdict;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks at everything, now. */
@Component
public class Readiness {

    private static final Logger log = LoggerFactory.getLogger(Readiness.class);

    private final List<Inspector> inspectors;

    Readiness(List<Inspector> inspectors) {
        this.inspectors = inspectors;
    }

    /** By section. */
    public List<Item> inspect() {
        return inspectors.stream()
                .flatMap(inspector -> safely(inspector).stream())
                .sorted(Comparator.comparing(Item::section))
                .toList();
    }

    /** The worst of them, where what is switched off counts as right. */
    public static Verdict worst(List<Item> items) {
        if (items.stream().anyMatch(item -> item.verdict() == Verdict.FAIL)) {
            return Verdict.FAIL;
        }
        return items.stream().anyMatch(item -> item.verdict() == Verdict.WARN) ? Verdict.WARN : Verdict.OK;
    }

    private static List<Item> safely(Inspector inspector) {
        try {
            return inspector.inspect();
        } catch (RuntimeException e) {
            log.info("Readiness could not be looked at: {}", e.getMessage());
            return List.of(new Item(
                    inspector.section().key() + "-unseen",
                    inspector.section(),
                    Verdict.FAIL,
                    "",
                    Said.of("ready.unseen", e.getClass().getSimpleName()),
                    Said.of("ready.unseen.do")));
        }
    }
}
