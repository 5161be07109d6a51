package dev.homelab.streambot.platform;

import dev.homelab.common.secret.Secret;
import dev.homelab.common.startup.InvalidSetting;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * One platform's settings; without a client id and secret the platform is switched off.
 *
 * @param validationUri where tokens are validated; empty where the platform does not want it
 * @param issuer whom id tokens and callbacks must name; empty where the platform is no OpenID provider
 * @param inTesting whether the platform still treats our application as one that is being tried
 * @param scopes what is asked for, that of the features included
 */
public record PlatformSettings(
        @DefaultValue("") String clientId,
        @DefaultValue("") Secret clientSecret,
        String authorizationUri,
        String tokenUri,
        String revocationUri,
        @DefaultValue("") String validationUri,
        String apiUri,
        @DefaultValue("") String issuer,
        @DefaultValue("") String jwkSetUri,
        @DefaultValue("false") boolean inTesting,
        @DefaultValue List<String> scopes,
        @DefaultValue List<Feature> features) {

    public PlatformSettings {
        clientId = clientId.strip();
        apiUri = apiUri.replaceFirst("/$", "");
        features = List.copyOf(features);
        scopes = Stream.concat(
                        scopes.stream(),
                        features.stream()
                                .flatMap(feature -> feature.scopes().stream().sorted()))
                .distinct()
                .toList();
    }

    /** Checks what belongs together; {@code prefix} is that of the environment's names, such as {@code TWITCH}. */
    void check(String prefix) {
        checkAddress(prefix + "_AUTHORIZATION_URL", authorizationUri);
        checkAddress(prefix + "_TOKEN_URL", tokenUri);
        checkAddress(prefix + "_REVOCATION_URL", revocationUri);
        checkAddress(prefix + "_API_URL", apiUri);
        if (!validationUri.isEmpty()) {
            checkAddress(prefix + "_VALIDATION_URL", validationUri);
        }
        if (clientId.isEmpty() != clientSecret.isMissing()) {
            throw new InvalidSetting(
                    prefix + (clientId.isEmpty() ? "_CLIENT_ID" : "_CLIENT_SECRET"),
                    "is missing while its other half is there",
                    "set both, or neither to switch the platform off");
        }
    }

    private static void checkAddress(String setting, String address) {
        if (!isWhole(address)) {
            throw new InvalidSetting(
                    setting, "is '" + address + "'", "write it whole, such as https://platform.example/oauth");
        }
    }

    private static boolean isWhole(String address) {
        try {
            URI uri = URI.create(address);
            return Set.of("http", "https").contains(String.valueOf(uri.getScheme())) && uri.getHost() != null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    /**
     * What a grant is not good for; nothing where the platform has not said what it granted, which means all.
     *
     * @param granted scopes with spaces between
     */
    public List<Feature> missing(String granted) {
        Set<String> scopes = Set.of(granted.split(" ", -1));
        return granted.isBlank()
                ? List.of()
                : features.stream()
                        .filter(feature -> !feature.isGrantedBy(scopes))
                        .toList();
    }

    public boolean enabled() {
        return !clientId.isEmpty();
    }

    Endpoints endpoints() {
        return new Endpoints(
                authorizationUri, tokenUri, revocationUri, jwkSetUri, ClientAuthenticationMethod.CLIENT_SECRET_POST);
    }
}
