package dev.homelab.local.discord.rest;

/** Tells REST where the gateway is. */
public interface Gateways {

    String url();
}
