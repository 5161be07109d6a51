package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.guild.GuildSetup;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.entities.Guild;

/** The two kinds of categories. */
enum Place {
    ACTIVE("🎫 Active Tickets", "Tickets live here") {
        @Override
        List<Long> ids(GuildSetup setup) {
            return setup.activeCategoryIds();
        }

        @Override
        void are(GuildSetup setup, List<Long> ids) {
            setup.activeCategoriesAre(ids);
        }

        @Override
        List<Allowance> allowances(Guild guild) {
            return List.of();
        }
    },
    ARCHIVE("📦 Ticket Archive", "Cards of closed tickets are kept here") {
        @Override
        List<Long> ids(GuildSetup setup) {
            return setup.archiveCategoryIds();
        }

        @Override
        void are(GuildSetup setup, List<Long> ids) {
            setup.archiveCategoriesAre(ids);
        }

        @Override
        List<Allowance> allowances(Guild guild) {
            return List.of(Allowance.hidden(guild), Allowance.own(guild));
        }
    };

    private final String title;
    private final String reason;

    Place(String title, String reason) {
        this.title = title;
        this.reason = reason;
    }

    /** @param index from 0 */
    String title(int index) {
        return index == 0 ? title : title + " " + (index + 1);
    }

    String reason() {
        return reason;
    }

    abstract List<Long> ids(GuildSetup setup);

    abstract void are(GuildSetup setup, List<Long> ids);

    abstract List<Allowance> allowances(Guild guild);

    void made(GuildSetup setup, long id) {
        List<Long> all = new ArrayList<>(ids(setup));
        all.add(id);
        are(setup, all);
    }
}
