package dev.homelab.dashboard.check;

/** Hears of every look, on the thread that looked; must be quick. */
public interface LookListener {

    void looked(Definition definition, Look look);
}
