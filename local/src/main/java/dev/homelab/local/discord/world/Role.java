package dev.homelab.local.discord.world;

/** A role of one server; {@code botId} is 0 unless it is a bot's own, managed role. */
public final class Role {

    long id;
    String name = "new role";
    long permissions;
    int position;
    int color;
    boolean hoist;
    boolean mentionable;
    long botId;

    Role() {}

    Role(long id, String name, long permissions) {
        this.id = id;
        this.name = name;
        this.permissions = permissions;
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public long permissions() {
        return permissions;
    }
}
