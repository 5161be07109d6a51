package dev.homelab.dashboard.check;

/** Somebody wants that check to be looked at anew, before its turn. */
public record LookWanted(CheckId check) {}
