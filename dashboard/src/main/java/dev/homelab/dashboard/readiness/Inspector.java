package dev.homelab.dashboard.readiness;

import java.util.List;

/** Looks at one thing; may throw what it likes, which is then its verdict. */
interface Inspector {

    /** Where what it throws belongs. */
    Item.Section section();

    List<Item> inspect();
}
