package dev.homelab.discordbot.discord.command;

import java.util.List;

/** Subcommands about one subject. */
interface Subcommands {

    List<Subcommand> all();
}
