package dev.homelab.discordbot.discord;

import dev.homelab.discordbot.ticket.Person;
import net.dv8tion.jda.api.entities.User;

/** Discord's users as the tickets know them. */
public final class People {

    private People() {}

    public static Person of(User user) {
        return new Person(user.getIdLong(), user.getEffectiveName());
    }
}
