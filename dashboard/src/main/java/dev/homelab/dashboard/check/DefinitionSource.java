package dev.homelab.dashboard.check;

import java.util.List;

/** Knows some of the checks; asked again at each {@link Catalogue#reload()}. */
public interface DefinitionSource {

    List<Definition> definitions();
}
