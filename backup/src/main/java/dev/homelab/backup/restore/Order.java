package dev.homelab.backup.restore;

import dev.homelab.backup.problem.BackupProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is to be restored.
 *
 * @param backup its id, or {@code newest} for the newest that is verified
 * @param database its name in the backup
 * @param target the new database
 * @param swap whether the new one takes the old one's place
 */
record Order(String backup, String database, String target, boolean swap) {

    static final String USAGE = "restore <id|newest> <database> --to <new database> [--swap]";

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    Order {
        if (!NAME.matcher(target).matches()) {
            throw new BackupProblem("“" + target + "” is no name for a new database: use small letters, digits and _");
        }
    }

    /** From the words after {@code restore}; throws a {@link BackupProblem} that says what is expected. */
    static Order parse(List<String> words) {
        List<String> rest = new ArrayList<>(words);
        boolean swap = rest.remove("--swap");
        int to = rest.indexOf("--to");
        if (rest.size() != 4 || to < 0 || to == rest.size() - 1) {
            throw new BackupProblem("what is expected is: " + USAGE);
        }
        String target = rest.remove(to + 1);
        rest.remove(to);
        return new Order(rest.get(0), rest.get(1), target, swap);
    }
}
