package dev.homelab.backup.store;

import dev.homelab.backup.problem.BackupProblem;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The backups that there are. S3 is the truth; what was read of it is kept in memory until it changes there. */
@Component
public class Catalogue {

    private static final String MANIFEST = "manifest.json";
    private static final String VERIFICATION = "verification.json";

    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);
    private static final Logger log = LoggerFactory.getLogger(Catalogue.class);

    private final Bucket bucket;
    private final JsonMapper json;
    private final Clock clock;
    private final Set<BackupId> untold = new HashSet<>();
    private final Map<Bucket.Entry, Object> read =
            new TreeMap<>(Comparator.comparing(Bucket.Entry::key).thenComparing(Bucket.Entry::etag));
    private volatile @Nullable List<Kept> backups;
    private volatile boolean fresh;
    private List<BackupId> ahead = List.of();

    Catalogue(Bucket bucket, JsonMapper json, Clock clock) {
        this.bucket = bucket;
        this.json = json;
        this.clock = clock;
    }

    /** Whether S3 has told which backups there are since the start. */
    public boolean isKnown() {
        return backups != null;
    }

    /** Whether S3 told so when it was last asked. */
    public boolean isFresh() {
        return fresh;
    }

    /** Newest first. */
    public List<Kept> backups() {
        List<Kept> known = backups;
        return known == null ? List.of() : known;
    }

    public Optional<Kept> find(BackupId id) {
        return backups().stream().filter(kept -> kept.id().equals(id)).findFirst();
    }

    /** Newest first, without those that a clock ahead of ours has dated: they would count as the newest for as long. */
    public List<Kept> past() {
        Instant latest = clock.instant().plus(CLOCKS_DIFFER);
        return backups().stream().filter(kept -> !kept.at().isAfter(latest)).toList();
    }

    public Optional<Kept> newestVerified() {
        return past().stream().filter(Kept::isVerified).findFirst();
    }

    /** Reads what changed in S3. */
    public synchronized void refresh() {
        try {
            backups = found();
            fresh = true;
            sayWhatIsAhead();
        } catch (BackupProblem away) {
            fresh = false;
            throw away;
        }
    }

    private void sayWhatIsAhead() {
        List<BackupId> now = backups().stream()
                .filter(kept -> !past().contains(kept))
                .map(Kept::id)
                .toList();
        if (!now.isEmpty() && !now.equals(ahead)) {
            log.warn("These backups are dated in the future and do not count until then: {}", now);
        }
        ahead = now;
    }

    private List<Kept> found() {
        Map<BackupId, List<Bucket.Entry>> objects = objects();
        read.keySet().retainAll(objects.values().stream().flatMap(List::stream).toList());
        List<Kept> found = new ArrayList<>();
        objects.forEach((id, entries) -> kept(id, entries).ifPresent(found::add));
        found.sort(Comparator.comparing(Kept::id).reversed());
        return List.copyOf(found);
    }

    private Map<BackupId, List<Bucket.Entry>> objects() {
        return bucket.list().stream()
                .filter(entry -> idOf(entry).isPresent())
                .collect(Collectors.groupingBy(entry -> idOf(entry).orElseThrow()));
    }

    private static Optional<BackupId> idOf(Bucket.Entry entry) {
        int slash = entry.key().indexOf('/');
        return slash < 0 ? Optional.empty() : BackupId.parse(entry.key().substring(0, slash));
    }

    private Optional<Kept> kept(BackupId id, List<Bucket.Entry> entries) {
        return entry(entries, id, MANIFEST)
                .map(manifest ->
                        kept(id, manifest, entry(entries, id, VERIFICATION).orElse(null)));
    }

    private Kept kept(BackupId id, Bucket.Entry manifest, Bucket.@Nullable Entry verification) {
        try {
            Kept kept = new Kept(
                    id,
                    text(manifest, Manifest.class),
                    verification == null ? null : text(verification, Verification.class));
            untold.remove(id);
            return kept;
        } catch (BackupProblem refused) {
            // A server that went away after it listed its objects fails here, as a whole.
            bucket.list();
            if (untold.add(id)) {
                log.warn("What is known of the backup {} cannot be read: {}", id, refused.sentence());
            }
            return new Kept(id, null, null, true);
        }
    }

    private static Optional<Bucket.Entry> entry(List<Bucket.Entry> entries, BackupId id, String name) {
        return entries.stream()
                .filter(entry -> entry.key().equals(key(id, name)))
                .findFirst();
    }

    private <T> @Nullable T text(Bucket.Entry entry, Class<T> type) {
        Object known = read.get(entry);
        if (known == null) {
            known = parsed(entry, type).map(Object.class::cast).orElse(Unreadable.YES);
            read.put(entry, known);
        }
        return type.isInstance(known) ? type.cast(known) : null;
    }

    private <T> Optional<T> parsed(Bucket.Entry entry, Class<T> type) {
        try {
            return Optional.ofNullable(json.readValue(bucket.read(entry.key()), type));
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    private enum Unreadable {
        YES
    }

    /** The size of a dump's object in S3; empty when it is missing. */
    public Optional<Long> bytesOf(Manifest.Dump dump) {
        return bucket.list().stream()
                .filter(entry -> entry.key().equals(dump.key()))
                .map(Bucket.Entry::bytes)
                .findFirst();
    }

    public void download(Manifest.Dump dump, Path file) {
        bucket.download(dump.key(), dump.bytes(), file);
    }

    /** The key under which the file now is. */
    public String upload(BackupId id, String name, Path file) {
        bucket.upload(key(id, name), file);
        return key(id, name);
    }

    /** From here on it is a backup. */
    public synchronized void add(Manifest manifest) {
        BackupId id = BackupId.parse(manifest.id()).orElseThrow();
        bucket.write(key(id, MANIFEST), json.writeValueAsBytes(manifest));
        refresh();
    }

    public synchronized void note(BackupId id, Verification verification) {
        bucket.write(key(id, VERIFICATION), json.writeValueAsBytes(verification));
        refresh();
    }

    /** Their manifests go first: what a crash leaves of them then is no backup. */
    public synchronized void remove(List<BackupId> ids) {
        ids.forEach(id -> bucket.remove(key(id, MANIFEST)));
        objects().forEach((id, entries) -> {
            if (ids.contains(id)) {
                removeAll(entries);
            }
        });
        refresh();
    }

    /**
     * Removes what belongs to no backup, because it was not finished or not removed whole; but nothing that another worker may
     * still be adding to.
     *
     * @param before no object of it was written since
     */
    public synchronized void removeLeftovers(Instant before) {
        objects().forEach((id, entries) -> {
            if (entry(entries, id, MANIFEST).isEmpty()
                    && entries.stream().allMatch(entry -> entry.written().isBefore(before))) {
                removeAll(entries);
            }
        });
    }

    private void removeAll(List<Bucket.Entry> entries) {
        entries.forEach(entry -> bucket.remove(entry.key()));
    }

    /** An id for a backup that begins now; a second later for each that began in the same one. */
    public BackupId freeId(Instant now) {
        Set<BackupId> taken = objects().keySet();
        Instant free = now;
        while (taken.contains(BackupId.at(free))) {
            free = free.plusSeconds(1);
        }
        return BackupId.at(free);
    }

    private static String key(BackupId id, String name) {
        return id + "/" + name;
    }
}
