package dev.homelab.discordbot.discord.channel;

import java.time.Instant;
import java.util.List;

/**
 * What one repair of a server found.
 *
 * @param checked how many tickets and threads were looked at
 * @param mended how many of them were put right
 * @param calls how many counted calls it took, without those of the layout
 * @param broken what is left, each in a few words
 */
public record RepairReport(long guildId, Instant at, int checked, int mended, int calls, List<String> broken) {}
