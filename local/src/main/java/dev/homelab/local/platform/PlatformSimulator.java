package dev.homelab.local.platform;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Twitch, Google (YouTube) and Kick on one port, each below its own prefix: {@code /twitch}, {@code /google} and
 * {@code /kick}. A page at {@code /} shows what they know; {@code /simulator/**} offers the same levers as this class.
 */
public final class PlatformSimulator implements AutoCloseable {

    private final Settings settings;
    private final @Nullable StateFile stateFile;
    private final Accounts accounts;
    private final IdTokens idTokens;
    private final Faults faults = new Faults();
    private final Requests requests;
    private final Map<Platform, Provider> providers = new EnumMap<>(Platform.class);
    private final Server server;

    private PlatformSimulator(Settings settings) {
        this.settings = settings;
        this.stateFile = settings.stateFile() == null ? null : new StateFile(settings.stateFile());
        this.requests = new Requests(settings.keptRequests());
        this.server = new Server(settings, faults, requests, this::save);
        Optional<StateFile.Saved> saved = stateFile == null ? Optional.empty() : stateFile.read();
        accounts = new Accounts(saved.map(StateFile.Saved::accounts).orElseGet(Accounts::toBeginWith));
        idTokens = saved.map(state -> IdTokens.of(state.signingKey())).orElseGet(IdTokens::fresh);
        for (Platform platform : Platform.values()) {
            Realm realm = realm(platform);
            saved.flatMap(state -> state.grants(platform)).ifPresent(realm.grants()::restore);
            providers.put(platform, provider(realm));
        }
    }

    private Provider provider(Realm realm) {
        return switch (realm.platform()) {
            case TWITCH -> new Twitch(realm);
            case GOOGLE -> new Google(realm, new GoogleIdentity(realm, () -> url(Platform.GOOGLE), idTokens));
            case KICK -> new Kick(realm);
        };
    }

    private void save() {
        if (stateFile != null) {
            stateFile.save(this::state);
        }
    }

    private StateFile.Saved state() {
        var platforms = new EnumMap<Platform, Grants.Saved>(Platform.class);
        providers.forEach((platform, provider) ->
                platforms.put(platform, provider.realm().grants().saved()));
        return new StateFile.Saved(accounts.all(), platforms, idTokens.saved());
    }

    private Realm realm(Platform platform) {
        return new Realm(
                platform,
                settings.client(platform),
                accounts,
                new Grants(platform, settings.clock()),
                settings.clock(),
                settings.redirectUris());
    }

    /** On a free port, with {@link Settings#defaults()}. */
    public static PlatformSimulator start() {
        return start(Settings.defaults());
    }

    public static PlatformSimulator start(int port) {
        return start(Settings.defaults().withPort(port));
    }

    public static PlatformSimulator start(Settings settings) {
        var simulator = new PlatformSimulator(settings);
        simulator.server.open(simulator);
        return simulator;
    }

    @Override
    public void close() {
        server.close();
        save();
    }

    public int port() {
        return server.port();
    }

    /** The address that a platform's own paths hang below, without a slash at its end. */
    public String url(Platform platform) {
        return server.origin() + platform.prefix();
    }

    public Client client(Platform platform) {
        return settings.client(platform);
    }

    public Faults faults() {
        return faults;
    }

    public Requests requests() {
        return requests;
    }

    public List<Account> accounts() {
        return accounts.all();
    }

    /** Makes an account with an id of its own. */
    Account make(Platform platform, String login, String displayName, String email, boolean channel) {
        return accounts.make(platform, login, displayName, email, channel);
    }

    /** Adds an account, or replaces the one with the same login at the same platform. */
    public void add(Account account) {
        accounts.add(account);
    }

    /** Allows everything an authorization address asks for, as the account; where the browser would go next. */
    public String allow(String authorizeUrl, String login) {
        return allow(authorizeUrl, login, query(authorizeUrl).words("scope"));
    }

    /** Allows only these scopes. */
    public String allow(String authorizeUrl, String login, Collection<String> scopes) {
        return consent(authorizeUrl).allow(query(authorizeUrl), login, List.copyOf(scopes), false);
    }

    /** Denies it; where the browser would go next. */
    public String deny(String authorizeUrl) {
        return consent(authorizeUrl).deny(query(authorizeUrl));
    }

    private ConsentPage consent(String authorizeUrl) {
        String path = URI.create(authorizeUrl).getPath();
        return providers.values().stream()
                .filter(provider -> (provider.realm().platform().prefix() + provider.authorizePath()).equals(path))
                .findFirst()
                .map(ConsentPage::new)
                .orElseThrow(() -> Refused.badRequest("the simulator does not know the authorization path " + path));
    }

    private static Parameters query(String url) {
        return Parameters.parse(URI.create(url).getRawQuery());
    }

    /** Shuts an account out: its grants end and it can no longer consent. */
    public void ban(Platform platform, String login) {
        accounts.add(accounts.named(platform, login).bannedNow(true));
        revoke(platform, login);
    }

    public void unban(Platform platform, String login) {
        accounts.add(accounts.named(platform, login).bannedNow(false));
    }

    /** Ends everything the account has allowed, as its owner would on the platform's settings page. */
    public void revoke(Platform platform, String login) {
        Account account = accounts.named(platform, login);
        provider(platform).realm().grants().end(grant -> grant.account().id().equals(account.id()));
    }

    public Lifetimes lifetimes(Platform platform) {
        return provider(platform).realm().grants().lifetimes();
    }

    /** Lifetimes of whatever is handed out from now on. */
    public void live(Platform platform, Lifetimes lifetimes) {
        provider(platform).realm().grants().live(lifetimes);
    }

    public void rotate(Platform platform, Rotation rotation) {
        provider(platform).realm().grants().rotate(rotation);
    }

    /** How many living refresh tokens an account may have; one more pushes out the oldest, without a word. */
    public void keepRefreshTokens(Platform platform, int most) {
        provider(platform).realm().grants().keepRefreshTokens(most);
    }

    /** How many refresh tokens of the account would work now. */
    public int livingRefreshTokens(Platform platform, String login) {
        return (int) provider(platform).realm().grants().livingTokens().stream()
                .filter(token -> token.kind() == Token.Kind.REFRESH)
                .filter(token -> token.grant().account().login().equals(login))
                .count();
    }

    List<Provider> providers() {
        return new ArrayList<>(providers.values());
    }

    private Provider provider(Platform platform) {
        Provider provider = providers.get(platform);
        if (provider == null) {
            throw new IllegalStateException("nothing simulates " + platform);
        }
        return provider;
    }

    Answer page() {
        return new StatusPage(providers.values(), accounts, faults, requests).show();
    }
}
