package dev.homelab.backup.api;

import dev.homelab.backup.store.BackupId;
import dev.homelab.backup.store.Catalogue;
import dev.homelab.backup.store.Kept;
import dev.homelab.backup.worker.Rounds;
import dev.homelab.backup.worker.Worker;
import dev.homelab.common.contract.BackupsApi;
import dev.homelab.common.contract.BackupsOverview;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class BackupsController implements BackupsApi {

    private final Worker worker;
    private final Rounds rounds;
    private final Catalogue catalogue;

    BackupsController(Worker worker, Rounds rounds, Catalogue catalogue) {
        this.worker = worker;
        this.rounds = rounds;
        this.catalogue = catalogue;
    }

    @Override
    public BackupsOverview overview() {
        requireKnown();
        List<Kept> kept = catalogue.backups();
        Stream<BackupsOverview.Backup> failed = worker.failedBackup().map(Views::of).stream();
        Stream<BackupsOverview.Backup> made = kept.stream()
                .map(backup -> Views.of(backup, worker.failedDrill().orElse(null)));
        return new BackupsOverview(
                Stream.concat(failed, made).toList(), worker.underWay().orElse(null), rounds.next());
    }

    @Override
    @ResponseStatus(HttpStatus.ACCEPTED)
    public void backUp() {
        if (!worker.backUp()) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
    }

    @Override
    @ResponseStatus(HttpStatus.ACCEPTED)
    public void drill(String id) {
        requireKnown();
        Kept backup = BackupId.parse(id)
                .flatMap(catalogue::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!worker.drill(backup)) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
    }

    private void requireKnown() {
        if (!catalogue.isKnown()) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }
}
