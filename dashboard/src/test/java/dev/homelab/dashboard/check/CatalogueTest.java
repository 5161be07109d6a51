package dev.homelab.dashboard.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    @Test
    void takesNeedsFromThePagesCheckThatAChangedFileHasPutIntoACircle() {
        Definition file = needing("disk", Owner.FILE, "shelf");
        Definition page = needing("shelf", Owner.PAGE, "disk");
        Definition bystander = needing("room", Owner.PAGE, "shelf");
        Catalogue catalogue = new Catalogue(List.of(() -> List.of(file), () -> List.of(page, bystander)), _ -> {});

        catalogue.reload();

        assertThat(catalogue.all()).containsExactly(file, needing("shelf", Owner.PAGE), bystander);
    }

    private static Definition needing(String id, Owner owner, String... needs) {
        List<CheckId> ids = List.of(needs).stream().map(CheckId::new).toList();
        return new Wanted(
                        new CheckId(id),
                        id,
                        new Target.Tcp("localhost", 1),
                        null,
                        1,
                        800,
                        null,
                        null,
                        ids,
                        Severity.CRITICAL,
                        false)
                .definition(owner);
    }
}
