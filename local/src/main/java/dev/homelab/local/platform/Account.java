package dev.homelab.local.platform;

/**
 * Somebody at a platform.
 *
 * @param id the platform's own id, which never changes
 * @param login the name in addresses, in lower case; unique at its platform
 * @param channel whether there is a channel; a Google account may have none
 * @param banned whether the platform has shut the account out
 */
public record Account(
        Platform platform, String id, String login, String displayName, String email, boolean channel, boolean banned) {

    Account bannedNow(boolean ban) {
        return new Account(platform, id, login, displayName, email, channel, ban);
    }
}
