package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.guild.GuildSetup;
import dev.homelab.discordbot.guild.TicketType;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.PermissionOverride;
import net.dv8tion.jda.api.entities.channel.concrete.Category;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.managers.channel.concrete.TextChannelManager;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.restaction.ChannelAction;
import org.jspecify.annotations.Nullable;
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

    /** One call for everything that is not as it should be. */
    private void mend(Guild guild, GuildSetup setup, TextChannel channel, ChannelPlan plan) {
        boolean renamed = !channel.getName().equals(plan.name());
        boolean moved = !plan.place().ids(setup).contains(channel.getParentCategoryIdLong());
        List<Allowance> lacking = lacking(channel, plan);
        List<Long> former = Allowance.former(channel, plan.allowances());
        boolean broken = renamed || moved || !lacking.isEmpty() || !former.isEmpty();
        if (!broken || (renamed && !budget.take(channel.getIdLong()))) {
            return;
        }
        if (moved) {
            categories.inOneWithRoom(
                    guild, setup, plan.place(), category -> change(channel, plan, category, lacking, former));
        } else {
            change(channel, plan, null, lacking, former).complete();
        }
    }

    private static List<Allowance> lacking(TextChannel channel, ChannelPlan plan) {
        List<Allowance> lacking = new ArrayList<>(plan.allowances());
        lacking.removeIf(allowance -> allowance.isMetBy(channel));
        return lacking;
    }

    private static RestAction<Void> change(
            TextChannel channel,
            ChannelPlan plan,
            @Nullable Category category,
            List<Allowance> lacking,
            List<Long> former) {
        TextChannelManager change = channel.getManager();
        if (!channel.getName().equals(plan.name())) {
            change = change.setName(plan.name());
        }
        if (category != null) {
            change = change.setParent(category);
        }
        for (Allowance each : lacking) {
            change = allow(change, each, each.of(channel));
        }
        for (long roleId : former) {
            change = change.removePermissionOverride(roleId);
        }
        return change.reason("The bot needs it so");
    }

    /** What others have allowed or denied on top stays. */
    private static TextChannelManager allow(
            TextChannelManager change, Allowance allowance, @Nullable PermissionOverride known) {
        long allowed = ((known == null ? 0 : known.getAllowedRaw()) | allowance.allowed()) & ~allowance.denied();
        long denied = ((known == null ? 0 : known.getDeniedRaw()) | allowance.denied()) & ~allowance.allowed();
        return allowance.member()
                ? change.putMemberPermissionOverride(allowance.holder(), allowed, denied)
                : change.putRolePermissionOverride(allowance.holder(), allowed, denied);
    }
}
