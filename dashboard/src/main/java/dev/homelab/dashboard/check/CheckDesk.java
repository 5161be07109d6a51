package dev.homelab.dashboard.check;

import org.springframework.stereotype.Component;

/** Where checks are added, changed and removed, from the page and over the API alike. */
@Component
public class CheckDesk {

    private final Catalogue catalogue;
    private final PageChecks checks;

    CheckDesk(Catalogue catalogue, PageChecks checks) {
        this.catalogue = catalogue;
        this.checks = checks;
    }

    /**
     * Adds one.
     *
     * @throws InvalidCheck as {@link #save} does, and when there is one with that id
     */
    public void add(Wanted wanted, String by) {
        if (catalogue.find(wanted.definition(Owner.PAGE).id()).isPresent()) {
            throw new InvalidCheck(Said.of("invalid.taken", wanted.id()));
        }
        save(wanted, by);
    }

    /**
     * Adds or changes one.
     *
     * @throws InvalidCheck when it cannot be, belongs to the system or the file, names a setting that is not made for
     *     checks, shows a private host to everybody, or needs in a circle what needs it
     */
    public void save(Wanted wanted, String by) {
        Definition definition = wanted.definition(Owner.PAGE);
        mayChange(definition.id());
        SecretNames.refuseOthersIn(definition.target());
        PrivateHosts.refuseOpen(definition, true);
        Circles.refuse(definition, catalogue::find);
        checks.save(wanted, by);
        catalogue.reload();
    }

    /**
     * Removes one.
     *
     * @throws InvalidCheck when it belongs to the system or the file
     */
    public void remove(CheckId id) {
        mayChange(id);
        checks.remove(id);
        catalogue.reload();
    }

    private void mayChange(CheckId id) {
        catalogue.find(id).filter(known -> known.owner() != Owner.PAGE).ifPresent(known -> {
            throw new InvalidCheck(Said.of("invalid.owned", id.value()));
        });
    }
}
