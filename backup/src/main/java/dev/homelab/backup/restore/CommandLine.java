package dev.homelab.backup.restore;

import dev.homelab.backup.drill.Damaged;
import dev.homelab.backup.encryption.Keyset;
import dev.homelab.backup.problem.BackupProblem;
import dev.homelab.backup.store.Catalogue;
import dev.homelab.backup.store.Kept;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code java -jar backup.jar list}, {@code restore} and {@code new-keyset}. */
public final class CommandLine {

    private static final Set<String> COMMANDS = Set.of("list", "restore", "new-keyset");
    private static final double MEGABYTE = 1024.0 * 1024;

    private CommandLine() {}

    public static boolean isCommand(String... words) {
        return words.length > 0 && COMMANDS.contains(words[0]);
    }

    /** Returns the exit code: 0 when all of it was done. {@code settings} are of Spring's form, {@code --name=value}. */
    public static int run(List<String> words, Consumer<String> say, String... settings) {
        try {
            if (words.getFirst().equals("new-keyset")) {
                say.accept(Keyset.fresh());
                return 0;
            }
            return withSettings(words, say, settings);
        } catch (BackupProblem problem) {
            say.accept("Not done: " + problem.sentence() + ".");
        } catch (Damaged damaged) {
            say.accept("Not done: " + damaged.sentence() + ".");
        }
        return 1;
    }

    private static int withSettings(List<String> words, Consumer<String> say, String... settings) {
        Order order = words.getFirst().equals("restore") ? Order.parse(words.subList(1, words.size())) : null;
        SpringApplicationBuilder commands = new SpringApplicationBuilder(CommandLineApplication.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties("logging.level.root=error", "logging.pattern.console=%msg%n");
        try (ConfigurableApplicationContext context = commands.run(settings)) {
            if (order == null) {
                list(context.getBean(Catalogue.class), say);
            } else {
                context.getBean(Restorer.class).restore(order, say);
            }
            return 0;
        }
    }

    private static void list(Catalogue catalogue, Consumer<String> say) {
        catalogue.refresh();
        if (catalogue.backups().isEmpty()) {
            say.accept("There is no backup.");
        }
        catalogue.backups().forEach(backup -> say.accept(line(backup)));
    }

    private static String line(Kept backup) {
        String problem = backup.problem();
        String state = problem != null ? problem : backup.isVerified() ? "verified" : "not verified yet";
        return backup.manifest() == null
                ? backup.id() + "  " + state
                : "%s  %.1f MB%s  %s"
                        .formatted(
                                backup.id(),
                                backup.manifest().bytes() / MEGABYTE,
                                backup.manifest().encrypted() ? ", encrypted" : "",
                                state);
    }
}
