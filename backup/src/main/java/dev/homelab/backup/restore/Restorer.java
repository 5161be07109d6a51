package dev.homelab.backup.restore;

import dev.homelab.backup.disk.WorkFolder;
import dev.homelab.backup.disk.Workplace;
import dev.homelab.backup.drill.Restoration;
import dev.homelab.backup.postgres.DatabaseSettings;
import dev.homelab.backup.postgres.Login;
import dev.homelab.backup.problem.BackupProblem;
import dev.homelab.backup.store.BackupId;
import dev.homelab.backup.store.Catalogue;
import dev.homelab.backup.store.Kept;
import dev.homelab.backup.store.Manifest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Consumer;

/** Brings one database back: into a new one, compared, and only then, if that is wanted, in the place of the old one. */
class Restorer {

    private static final DateTimeFormatter DATED =
            DateTimeFormatter.ofPattern("'_before_'uuuuMMddHHmmss").withZone(ZoneOffset.UTC);
    private static final double MILLIS = 1000;
    private static final int LONGEST_NAME = 63;

    private final Catalogue catalogue;
    private final Restoration restoration;
    private final DatabaseSettings databases;
    private final RestoreSettings settings;
    private final WorkFolder work;
    private final Clock clock;

    Restorer(
            Catalogue catalogue,
            Restoration restoration,
            DatabaseSettings databases,
            RestoreSettings settings,
            WorkFolder work,
            Clock clock) {
        this.catalogue = catalogue;
        this.restoration = restoration;
        this.databases = databases;
        this.settings = settings;
        this.work = work;
        this.clock = clock;
    }

    /** Throws a {@link BackupProblem} or a {@link dev.homelab.backup.drill.Damaged}, and has changed nothing then. */
    void restore(Order order, Consumer<String> say) {
        catalogue.refresh();
        Kept backup = backup(order.backup());
        Manifest manifest = Optional.ofNullable(backup.manifest())
                .orElseThrow(() -> new BackupProblem("the backup " + backup.id() + ": " + backup.problem()));
        Manifest.Dump dump = manifest.dump(order.database())
                .orElseThrow(() -> new BackupProblem(
                        "the backup " + backup.id() + " has no database " + order.database() + "; it has "
                                + String.join(
                                        ", ",
                                        manifest.databases().stream()
                                                .map(Manifest.Dump::name)
                                                .toList())));
        Place place = place(order, dump);
        say.accept("Restoring %s of %s into the new database %s …".formatted(dump.name(), backup.id(), order.target()));
        fill(place, manifest, dump, order.target(), say);
        if (order.swap()) {
            swap(place, dump, order.target(), say);
        } else {
            say.accept(
                    "The database %s itself is as it was. To put the restored one in its place: stop its service, and "
                                    .formatted(dump.database())
                            + "say the same with --swap and another new name.");
        }
    }

    private Kept backup(String wanted) {
        if (wanted.equals("newest")) {
            return catalogue
                    .newestVerified()
                    .orElseThrow(() -> new BackupProblem("no backup is verified; name one of the list by its id"));
        }
        return BackupId.parse(wanted)
                .flatMap(catalogue::find)
                .orElseThrow(
                        () -> new BackupProblem("there is no backup " + wanted + "; “list” shows which there are"));
    }

    private Place place(Order order, Manifest.Dump dump) {
        Login login = Optional.ofNullable(databases.logins().get(dump.name()))
                .orElseThrow(() -> new BackupProblem("the settings name no database " + dump.name()))
                .at(dump.database());
        Place place = new Place(settings.user().isBlank() ? login : login.as(settings.user(), settings.password()));
        if (place.hasDatabase(order.target())) {
            throw new BackupProblem("the database " + order.target() + " is there already; choose a new name");
        }
        if (!place.hasRole(dump.owner())) {
            throw new BackupProblem(
                    "the role " + dump.owner() + ", which owns the database, is missing; make it first");
        }
        return place;
    }

    private void fill(Place place, Manifest manifest, Manifest.Dump dump, String target, Consumer<String> say) {
        Instant begun = clock.instant();
        try (Workplace workplace = work.open()) {
            Path file = restoration.fetch(manifest, dump, workplace);
            place.create(target, dump.owner(), dump.encoding());
            try {
                place.copyGrants(dump.database(), target);
                restoration.into(place.at(target), dump.owner(), dump, file);
            } catch (RuntimeException e) {
                place.drop(target);
                throw e;
            }
        }
        say.accept(
                "It is equal to what was backed up: %d tables, %d rows, %d constraints, migration %s; that took %.1f s."
                        .formatted(
                                dump.census().rows().size(),
                                dump.census().allRows(),
                                dump.census().constraints(),
                                dump.census().migration(),
                                Duration.between(begun, clock.instant()).toMillis() / MILLIS));
    }

    private void swap(Place place, Manifest.Dump dump, String target, Consumer<String> say) {
        String current = dump.database();
        if (!place.hasDatabase(current)) {
            place.rename(target, current);
            say.accept("The restored one is " + current + " now; there was none of that name.");
            return;
        }
        String dated = DATED.format(clock.instant());
        String kept = current.substring(0, Math.min(current.length(), LONGEST_NAME - dated.length())) + dated;
        place.swap(current, target, kept);
        say.accept("The restored one is " + current + " now; the old one is kept as " + kept
                + ". Start its service again, and drop the old one when all is well.");
    }
}
