package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.guild.GuildSetup;
import dev.homelab.discordbot.guild.TicketType;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.Category;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.restaction.ChannelAction;
import org.springframework.stereotype.Component;

/** Makes the channels that a server lacks, each id saved before the next is made, and mends those that were changed. */
@Component
class GuildLayout {

    private final Blueprint blueprint;
    private final Categories categories;
    private final MendBudget budget;

    GuildLayout(Blueprint blueprint, Categories categories, MendBudget budget) {
        this.blueprint = blueprint;
        this.categories = categories;
        this.budget = budget;
    }

    /**
     * Returns the channel of the panel; a layout that is whole costs no call.
     *
     * @throws ServerFull when the server may have no more channels
     */
    TextChannel repair(Guild guild, GuildSetup setup, List<TicketType> types) {
        for (Place place : Place.values()) {
            categories.repair(guild, setup, place);
        }
        TextChannel panel = repair(guild, setup, blueprint.panel(guild, setup));
        blueprint.ofTypes(guild, types).forEach(plan -> repair(guild, setup, plan));
        return panel;
    }

    private TextChannel repair(Guild guild, GuildSetup setup, ChannelPlan plan) {
        Long id = plan.id();
        TextChannel known = id == null ? null : guild.getTextChannelById(id);
        if (known == null) {
            return make(guild, setup, plan);
        }
        mend(guild, setup, known, plan);
        return known;
    }

    private TextChannel make(Guild guild, GuildSetup setup, ChannelPlan plan) {
        try {
            TextChannel made =
                    categories.inOneWithRoom(guild, setup, plan.place(), category -> creation(category, plan));
            plan.made().accept(made.getIdLong());
            return made;
        } catch (ErrorResponseException e) {
            throw e.getErrorResponse() == ErrorResponse.MAX_CHANNELS ? new ServerFull(plan.name()) : e;
        }
    }

    private static ChannelAction<TextChannel> creation(Category category, ChannelPlan plan) {
        ChannelAction<TextChannel> action = category.createTextChannel(plan.name())
                .clearPermissionOverrides()
                .reason(plan.reason());
        return Categories.allow(action, plan.allowances());
    }

    /** A channel that the bot does not see is left to the doctor: it cannot let itself in again. */
    private void mend(Guild guild, GuildSetup setup, TextChannel channel, ChannelPlan plan) {
        if (!guild.getSelfMember().hasAccess(channel)) {
            return;
        }
        ChannelMend mend = new ChannelMend(channel);
        List<Allowance> lacking = lacking(channel, plan);
        List<Long> former = Allowance.former(channel, plan.allowances());
        if (!lacking.isEmpty() || !former.isEmpty()) {
            mend.permit(lacking, former);
        }
        if (!channel.getName().equals(plan.name()) && budget.take(channel.getIdLong())) {
            mend.rename(plan.name());
        }
        if (!plan.place().ids(setup).contains(channel.getParentCategoryIdLong())) {
            categories.inOneWithRoom(guild, setup, plan.place(), mend::into);
        } else if (mend.isNeeded()) {
            mend.call().complete();
        }
    }

    private static List<Allowance> lacking(TextChannel channel, ChannelPlan plan) {
        List<Allowance> lacking = new ArrayList<>(plan.allowances());
        lacking.removeIf(allowance -> allowance.isMetBy(channel));
        return lacking;
    }
}
