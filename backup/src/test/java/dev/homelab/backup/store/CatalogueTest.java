package dev.homelab.backup.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homelab.backup.problem.BackupProblem;
import dev.homelab.common.objects.ObjectServer;
import dev.homelab.common.secret.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What counts among the backups: small objects may not be handed out, and clocks may be wrong. */
class CatalogueTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final BackupId OLD = BackupId.at(NOW.minus(Duration.ofDays(50)));
    private static final BackupId YESTERDAY = BackupId.at(NOW.minus(Duration.ofDays(1)));
    private static final BackupId TODAY = BackupId.at(NOW.minus(Duration.ofHours(2)));

    private final PickyBucket bucket = new PickyBucket();
    private final Catalogue catalogue = new Catalogue(bucket, JsonMapper.shared(), Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void threeGoodOnes() {
        List.of(OLD, YESTERDAY, TODAY).forEach(bucket::addGood);
    }

    @Test
    void oneManifestThatCannotBeReadHidesNoOtherBackup() {
        bucket.refused.add(TODAY + "/manifest.json");
        catalogue.refresh();

        assertThat(catalogue.isFresh()).isTrue();
        assertThat(catalogue.newestVerified()).map(Kept::id).contains(YESTERDAY);
        assertThat(catalogue.find(TODAY).orElseThrow().problem()).isEqualTo("S3 does not hand out what is known of it");

        bucket.refused.clear();
        catalogue.refresh();
        assertThat(catalogue.newestVerified()).map(Kept::id).contains(TODAY);
        assertThat(catalogue.find(TODAY).orElseThrow().problem()).isNull();
    }

    @Test
    void aVerificationThatCannotBeReadIsNotTakenForNone() {
        bucket.refused.add(TODAY + "/verification.json");
        catalogue.refresh();

        assertThat(catalogue.find(TODAY).orElseThrow().problem()).isNotNull();
        assertThat(catalogue.find(TODAY).orElseThrow().isVerified()).isFalse();
    }

    @Test
    void nothingOfWhichNothingIsKnownIsRemoved() {
        Retention retention = new Retention(new RetentionSettings(30, 0));
        bucket.refused.add(OLD + "/verification.json");
        catalogue.refresh();
        assertThat(retention.surplus(catalogue.backups(), NOW)).isEmpty();

        bucket.refused.clear();
        catalogue.refresh();
        assertThat(retention.surplus(catalogue.backups(), NOW)).containsExactly(OLD);
    }

    @Test
    void theBestOfADayStaysThoughABetterOneMayBeThere() {
        Retention retention = new Retention(new RetentionSettings(30, 0));
        BackupId lastWeek = BackupId.at(NOW.minus(Duration.ofDays(7)));
        BackupId laterThatDay = BackupId.at(NOW.minus(Duration.ofDays(7)).plusSeconds(60));
        List.of(lastWeek, laterThatDay).forEach(bucket::addGood);
        bucket.refused.add(laterThatDay + "/manifest.json");
        catalogue.refresh();

        assertThat(retention.surplus(catalogue.backups(), NOW)).containsExactly(OLD);
    }

    @Test
    void aBackupThatIsDatedInTheFutureDoesNotCountBeforeItsDay() {
        List.of(NOW.plus(Duration.ofDays(300)), NOW.plus(Duration.ofMinutes(61)), NOW.plus(Duration.ofMinutes(59)))
                .forEach(at -> bucket.addGood(BackupId.at(at)));
        catalogue.refresh();

        assertThat(catalogue.backups()).hasSize(6);
        assertThat(catalogue.past()).hasSize(4);
        assertThat(catalogue.newestVerified()).map(Kept::id).contains(BackupId.at(NOW.plus(Duration.ofMinutes(59))));
    }

    @Test
    void aServerThatGoesAwayWhileItIsAskedFailsAsAWhole() {
        catalogue.refresh();
        bucket.addGood(BackupId.at(NOW));
        bucket.awayAfterListing = true;

        assertThatThrownBy(catalogue::refresh).isInstanceOf(BackupProblem.class);
        assertThat(catalogue.isFresh()).isFalse();
        assertThat(catalogue.newestVerified()).map(Kept::id).contains(TODAY);
    }

    /** In memory, and as picky as a disk with a bad block. */
    private static final class PickyBucket extends Bucket {

        private final Map<String, byte[]> objects = new TreeMap<>();
        private final Set<String> refused = new HashSet<>();
        private boolean awayAfterListing;
        private int listings;

        PickyBucket() {
            super(new StoreSettings("backups"), new ObjectServer("http://localhost:1", "user", Secret.of("password")));
        }

        void addGood(BackupId id) {
            Manifest manifest = new Manifest(Manifest.FORMAT, id.value(), 1, false, "17.6", List.of());
            objects.put(id + "/manifest.json", JsonMapper.shared().writeValueAsBytes(manifest));
            objects.put(
                    id + "/verification.json", JsonMapper.shared().writeValueAsBytes(Verification.passed(id.at(), 1)));
        }

        @Override
        List<Entry> list() {
            if (awayAfterListing && listings++ > 0) {
                throw new BackupProblem("the S3 server refuses or does not answer");
            }
            return objects.entrySet().stream()
                    .map(each -> new Entry(each.getKey(), each.getValue().length, "", NOW))
                    .toList();
        }

        @Override
        byte[] read(String key) {
            byte[] object = objects.get(key);
            if (awayAfterListing || object == null || refused.contains(key)) {
                throw new BackupProblem("the S3 server refuses or does not answer");
            }
            return object;
        }
    }
}
