package dev.homelab.dashboard.access.provider;

import dev.homelab.dashboard.access.Me;
import dev.homelab.dashboard.access.People;
import dev.homelab.dashboard.access.Person;
import dev.homelab.dashboard.access.PersonRefused;
import dev.homelab.dashboard.access.Role;
import dev.homelab.dashboard.audit.Audit;
import dev.homelab.dashboard.check.Said;
import java.util.Optional;
import org.springframework.core.convert.converter.Converter;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Lets in who is known here, and the admins whom the settings name, who become known with that. */
@Component
class Admission implements Converter<OAuth2LoginAuthenticationToken, OAuth2AuthenticationToken> {

    private static final int LONGEST_NAME = 50;
    private final People people;
    private final DiscordSettings discord;
    private final OidcSettings oidc;
    private final Audit audit;

    Admission(People people, DiscordSettings discord, OidcSettings oidc, Audit audit) {
        this.people = people;
        this.discord = discord;
        this.oidc = oidc;
        this.audit = audit;
    }

    @Override
    public OAuth2AuthenticationToken convert(OAuth2LoginAuthenticationToken login) {
        if (!(login.getPrincipal() instanceof Account account)) {
            throw new IllegalStateException("a sign-in without an account");
        }
        String provider = login.getClientRegistration().getClientName();
        Me me = person(account)
                .filter(known -> !known.disabled())
                .orElseThrow(() -> unknown(account, provider))
                .me();
        audit.note(me.name(), Said.of("audit.signed-in-with", provider));
        return new OAuth2AuthenticationToken(
                me, me.getAuthorities(), login.getClientRegistration().getRegistrationId());
    }

    private UnknownAccount unknown(Account account, String provider) {
        audit.note(nameOf(account), Said.of("audit.sign-in-unknown", provider, account.id()));
        return new UnknownAccount(account.id());
    }

    private Optional<Person> person(Account account) {
        try {
            Optional<Person> known = switch (account) {
                case Account.OfDiscord user -> people.ofDiscord(Long.parseUnsignedLong(user.id()));
                case Account.OfOidc subject -> people.ofSubject(subject.id());
            };
            return known.isPresent() || !isListed(account) ? known : Optional.of(admin(account));
        } catch (DataAccessException | TransactionException e) {
            throw new AuthenticationServiceException("PostgreSQL is away", e);
        }
    }

    private boolean isListed(Account account) {
        return switch (account) {
            case Account.OfDiscord user -> discord.admins().contains(user.id());
            case Account.OfOidc subject -> oidc.admins().contains(subject.subject());
        };
    }

    /** Under the name of the account, or, where somebody has it already, under one that nobody can have. */
    private Person admin(Account account) {
        String name = nameOf(account);
        try {
            return added(name, account);
        } catch (PersonRefused taken) {
            return added(name.substring(0, Math.min(name.length(), 30)) + " " + shortened(account.id()), account);
        }
    }

    private Person added(String name, Account account) {
        Person added = switch (account) {
            case Account.OfDiscord user -> people.addKnown(name, Role.ADMIN, Long.parseUnsignedLong(user.id()), null);
            case Account.OfOidc subject -> people.addKnown(name, Role.ADMIN, null, subject.id());
        };
        audit.note(
                Audit.SETTINGS,
                Said.of("audit.person-added", added.name(), added.role().key()));
        return added;
    }

    /** What {@link People} take as a name. */
    private static String nameOf(Account account) {
        String name = account.title().replaceAll("[^\\p{L}\\p{N} ._@-]", "").replaceFirst("^[ ._@-]+", "");
        return name.isEmpty() ? shortened(account.id()) : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private static String shortened(String id) {
        String readable = id.replaceAll("[^\\p{L}\\p{N}]", "");
        return readable.isEmpty() ? "account" : readable.substring(0, Math.min(readable.length(), 28));
    }
}
