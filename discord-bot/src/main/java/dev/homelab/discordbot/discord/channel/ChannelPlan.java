package dev.homelab.discordbot.discord.channel;

import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A channel as it should be.
 *
 * @param id of the one that was made; null when none was
 * @param made takes the id of a new one, and saves it
 */
record ChannelPlan(
        Place place, String name, String reason, @Nullable Long id, List<Allowance> allowances, LongConsumer made) {}
