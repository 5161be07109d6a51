package dev.homelab.dashboard.status;

import dev.homelab.dashboard.check.Finding;
import dev.homelab.dashboard.check.Part;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Tells the parts that fail of themselves from those that only wait for another. */
final class Diagnosis {

    private final Map<Part, Finding> findings;

    private Diagnosis(Map<Part, Finding> findings) {
        this.findings = findings;
    }

    static Diagnosis of(Iterable<Finding> findings) {
        Map<Part, Finding> byPart = new EnumMap<>(Part.class);
        findings.forEach(finding -> byPart.put(finding.part(), finding));
        return new Diagnosis(byPart);
    }

    Health health(Part part) {
        Finding finding = findings.get(part);
        if (finding == null) {
            return Health.UNKNOWN;
        }
        if (finding.up()) {
            return Health.UP;
        }
        return cause(part).isPresent() ? Health.AFFECTED : Health.DOWN;
    }

    String detail(Part part) {
        Finding finding = findings.get(part);
        if (finding == null) {
            return "Not looked at yet.";
        }
        return finding.up()
                ? finding.detail()
                : cause(part)
                        .map(cause -> "Cannot work while " + cause.title() + " is down.")
                        .orElse(finding.detail());
    }

    /** The part at the end of the chain of needs that is down, if it is not {@code part} itself. */
    private Optional<Part> cause(Part part) {
        return part.needs().stream()
                .filter(this::isDown)
                .findFirst()
                .map(need -> cause(need).orElse(need));
    }

    private boolean isDown(Part part) {
        Finding finding = findings.get(part);
        return finding != null && !finding.up();
    }
}
