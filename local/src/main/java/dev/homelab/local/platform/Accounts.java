package dev.homelab.local.platform;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accounts of all platforms. */
final class Accounts {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, Account> accounts = new LinkedHashMap<>();

    Accounts(List<Account> accounts) {
        accounts.forEach(this::add);
    }

    static List<Account> toBeginWith() {
        return List.of(
                of(Platform.TWITCH, "141981764", "lumen", "Lumen", "lumen@example.org", true),
                of(Platform.TWITCH, "207813352", "pixelpia", "PixelPia", "pia@example.org", true),
                of(Platform.TWITCH, "31239503", "retro_ray", "Retro_Ray", "ray@example.org", true),
                of(Platform.GOOGLE, "107145202871342987321", "lumen", "Lumen Live", "lumen@example.org", true),
                of(Platform.GOOGLE, "113890231175420163498", "pixelpia", "Pixel Pia", "pia@example.org", true),
                of(Platform.GOOGLE, "100283747566120394857", "viewer", "Vic Viewer", "vic@example.org", false),
                of(Platform.KICK, "668", "lumen", "Lumen", "lumen@example.org", true),
                of(Platform.KICK, "4410273", "pixelpia", "PixelPia", "pia@example.org", true),
                of(Platform.KICK, "90125", "night_owl", "night_owl", "owl@example.org", true));
    }

    private static Account of(
            Platform platform, String id, String login, String displayName, String email, boolean channel) {
        return new Account(platform, id, login, displayName, email, channel, false);
    }

    /** A new account with an id of its own; {@link Refused} where the login is no login or is taken. */
    synchronized Account make(Platform platform, String login, String displayName, String email, boolean channel) {
        if (!login.matches("[a-z0-9_]{1,25}")) {
            throw Refused.badRequest("a login has 1 to 25 of the characters a-z, 0-9 and _");
        }
        if (find(platform, login).isPresent()) {
            throw Refused.badRequest("the login '" + login + "' is taken at " + platform.title());
        }
        String id = platform == Platform.GOOGLE ? "1" + digits() + digits() : digits();
        String shown = displayName.isBlank() ? login : displayName.strip();
        Account account = of(platform, id, login, shown, email.isBlank() ? login + "@example.org" : email, channel);
        add(account);
        return account;
    }

    private static String digits() {
        return String.valueOf(RANDOM.nextLong(1_000_000_000L, 9_999_999_999L));
    }

    synchronized void add(Account account) {
        accounts.put(key(account.platform(), account.login()), account);
    }

    synchronized List<Account> all() {
        return List.copyOf(accounts.values());
    }

    synchronized List<Account> of(Platform platform) {
        return accounts.values().stream()
                .filter(account -> account.platform() == platform)
                .toList();
    }

    synchronized Optional<Account> find(Platform platform, String login) {
        return Optional.ofNullable(accounts.get(key(platform, login)));
    }

    Account named(Platform platform, String login) {
        return find(platform, login)
                .orElseThrow(() -> Refused.badRequest(
                        "the simulator does not know the account '" + login + "' at " + platform.title()));
    }

    private static String key(Platform platform, String login) {
        return platform.id() + "/" + login;
    }
}
