package dev.homelab.local.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accounts of all platforms. */
final class Accounts {

    private final Map<String, Account> accounts = new LinkedHashMap<>();

    Accounts() {
        add(new Account(Platform.TWITCH, "141981764", "lumen", "Lumen", "lumen@example.org", true, false));
        add(new Account(Platform.TWITCH, "207813352", "pixelpia", "PixelPia", "pia@example.org", true, false));
        add(new Account(Platform.TWITCH, "31239503", "retro_ray", "Retro_Ray", "ray@example.org", true, false));
        add(new Account(
                Platform.GOOGLE, "107145202871342987321", "lumen", "Lumen Live", "lumen@example.org", true, false));
        add(new Account(
                Platform.GOOGLE, "113890231175420163498", "pixelpia", "Pixel Pia", "pia@example.org", true, false));
        add(new Account(
                Platform.GOOGLE, "100283747566120394857", "viewer", "Vic Viewer", "vic@example.org", false, false));
        add(new Account(Platform.KICK, "668", "lumen", "Lumen", "lumen@example.org", true, false));
        add(new Account(Platform.KICK, "4410273", "pixelpia", "PixelPia", "pia@example.org", true, false));
        add(new Account(Platform.KICK, "90125", "night_owl", "night_owl", "owl@example.org", true, false));
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
