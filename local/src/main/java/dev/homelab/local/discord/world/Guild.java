package dev.homelab.local.discord.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A server: its roles and members; its channels are in {@link World}. */
public final class Guild {

    long id;
    String name = "";
    long ownerId;
    String locale = "en-US";
    Map<Long, Role> roles = new LinkedHashMap<>();
    Map<Long, Member> members = new LinkedHashMap<>();
    Map<Long, String> bans = new LinkedHashMap<>();

    Guild() {}

    Guild(long id, String name) {
        this.id = id;
        this.name = name;
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public long ownerId() {
        return ownerId;
    }

    public boolean isOwner(long userId) {
        return ownerId == userId;
    }

    public List<Role> roles() {
        return List.copyOf(roles.values());
    }

    public List<Member> members() {
        return List.copyOf(members.values());
    }

    public @Nullable Member member(long userId) {
        return members.get(userId);
    }

    /** The role of that name; throws when there is none. */
    public Role role(String roleName) {
        return roles.values().stream()
                .filter(role -> role.name.equals(roleName))
                .findFirst()
                .orElseThrow(DiscordError.UNKNOWN_ROLE::exception);
    }

    Role everyone() {
        return role(id);
    }

    public Role role(long roleId) {
        Role role = roles.get(roleId);
        if (role == null) {
            throw DiscordError.UNKNOWN_ROLE.exception();
        }
        return role;
    }

    Member requireMember(long userId) {
        Member member = members.get(userId);
        if (member == null) {
            throw DiscordError.UNKNOWN_MEMBER.exception();
        }
        return member;
    }
}
