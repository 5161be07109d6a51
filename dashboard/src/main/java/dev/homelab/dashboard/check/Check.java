package dev.homelab.dashboard.check;

/** Asks one thing. */
public interface Check {

    Part part();

    /** Never throws: a failure is a finding. Takes a few seconds at most. */
    Finding run();
}
