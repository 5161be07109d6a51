package dev.homelab.dashboard.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.common.contract.BackupsApi;
import dev.homelab.common.contract.BackupsOverview;
import dev.homelab.common.contract.BackupsOverview.Backup;
import dev.homelab.common.secret.Secret;
import dev.homelab.dashboard.bots.BotSettings;
import dev.homelab.dashboard.readiness.Item.Verdict;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BackupsInspectorTest {

    private static final BotSettings BOTS = new BotSettings(
            URI.create("http://bot"), URI.create("http://bot"), URI.create("http://backup"), Secret.of("known"));

    @Test
    void saysOfTheNewestThatCanBeToldWhetherItIsEncrypted() {
        assertThat(encryption(backup(true), backup(false))).hasValue(Verdict.OK);
        assertThat(encryption(backup(false), backup(true))).hasValue(Verdict.WARN);
        assertThat(encryption(backup(null), backup(true))).hasValue(Verdict.OK);
        assertThat(encryption(backup(null))).isEmpty();
    }

    private static Optional<Verdict> encryption(Backup... backups) {
        return new BackupsInspector(BOTS, new Told(new BackupsOverview(List.of(backups), null, null)))
                .inspect().stream()
                        .filter(item -> item.id().equals("encryption"))
                        .map(Item::verdict)
                        .findFirst();
    }

    private static Backup backup(@Nullable Boolean encrypted) {
        return new Backup("2026-11-26T12-00-00Z", Instant.EPOCH, 1, 1, encrypted, null, null, null);
    }

    private record Told(BackupsOverview overview) implements BackupsApi {

        @Override
        public void backUp() {}

        @Override
        public void drill(String id) {}
    }
}
