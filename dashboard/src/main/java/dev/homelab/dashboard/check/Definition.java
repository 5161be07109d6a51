package dev.homelab.dashboard.check;

import java.util.Set;

/**
 * One check.
 *
 * @param title a name for people, 1 to 80 characters
 * @param group under which it stands on the overview; of our own groups a text {@code group.…} is its title
 * @param needs what it cannot work without; those that are not there are ignored
 * @param open whether strangers see its title and state on the public page, when that is switched on
 */
public record Definition(
        CheckId id,
        String title,
        String group,
        Target target,
        Pace pace,
        Set<CheckId> needs,
        Severity severity,
        boolean open,
        Owner owner) {

    private static final int LONGEST = 80;

    public Definition {
        needs = Set.copyOf(needs);
        if (isNoName(title)) {
            throw new InvalidCheck(Said.of("invalid.title"));
        }
        if (isNoName(group)) {
            throw new InvalidCheck(Said.of("invalid.group"));
        }
        if (needs.contains(id)) {
            throw new InvalidCheck(Said.of("invalid.needs-itself"));
        }
    }

    Definition needingNothing() {
        return new Definition(id, title, group, target, pace, Set.of(), severity, open, owner);
    }

    /** Neither a name nor anything else that people write on one line. */
    public static boolean isNoName(String text) {
        return text.isBlank() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl);
    }
}
