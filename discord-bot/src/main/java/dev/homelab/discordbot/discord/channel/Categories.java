package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.GuildSetup;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.Category;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.restaction.ChannelAction;
import org.springframework.stereotype.Component;

/** Finds a category with room, and makes one more where there is none. */
@Component
class Categories {

    private static final String NO_ROOM = "CHANNEL_PARENT_MAX_CHANNELS";

    private final GuildRegistry guilds;

    Categories(GuildRegistry guilds) {
        this.guilds = guilds;
    }

    /** Forgets the categories that are gone; there is always a first. */
    void repair(Guild guild, GuildSetup setup, Place place) {
        List<Long> left =
                known(guild, setup, place).stream().map(Category::getIdLong).toList();
        if (left.size() < place.ids(setup).size()) {
            place.are(setup, left);
            guilds.save(setup);
        }
        if (left.isEmpty()) {
            make(guild, setup, place);
        }
    }

    private static List<Category> known(Guild guild, GuildSetup setup, Place place) {
        return place.ids(setup).stream()
                .map(guild::getCategoryById)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Does something with the first category that is not full by Discord's own word. */
    <T> T inOneWithRoom(Guild guild, GuildSetup setup, Place place, Function<Category, RestAction<T>> call) {
        for (Category category : known(guild, setup, place)) {
            try {
                return call.apply(category).complete();
            } catch (ErrorResponseException e) {
                if (!isFull(e)) {
                    throw e;
                }
            }
        }
        return call.apply(make(guild, setup, place)).complete();
    }

    private Category make(Guild guild, GuildSetup setup, Place place) {
        ChannelAction<Category> action =
                guild.createCategory(place.title(place.ids(setup).size()));
        Category made =
                allow(action, place.allowances(guild)).reason(place.reason()).complete();
        place.made(setup, made.getIdLong());
        guilds.save(setup);
        return made;
    }

    static <T extends GuildChannel> ChannelAction<T> allow(ChannelAction<T> made, List<Allowance> allowances) {
        ChannelAction<T> action = made;
        for (Allowance each : allowances) {
            action = each.member()
                    ? action.addMemberPermissionOverride(each.holder(), each.allowed(), each.denied())
                    : action.addRolePermissionOverride(each.holder(), each.allowed(), each.denied());
        }
        return action;
    }

    /** Discord counts for itself, and may say so below 50 channels. */
    private static boolean isFull(ErrorResponseException e) {
        return e.getErrorResponse() == ErrorResponse.INVALID_FORM_BODY
                && e.getSchemaErrors().stream()
                        .flatMap(error -> error.getErrors().stream())
                        .anyMatch(error -> error.getCode().equals(NO_ROOM));
    }
}
