package dev.homelab.dashboard.access.provider;

import dev.homelab.common.secret.Secret;
import dev.homelab.common.startup.InvalidSetting;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * An OpenID provider to sign in at; without an issuer it is switched off.
 *
 * @param title as people read it
 * @param admins subjects that may sign in as admins without being added first
 */
@ConfigurationProperties("homelab.sign-in.oidc")
record OidcSettings(
        String issuer, String clientId, Secret clientSecret, String title, List<String> scopes, List<String> admins) {

    OidcSettings {
        if (!issuer.isBlank() && !issuer.matches("https?://[^?#@\\s]+")) {
            throw new InvalidSetting(
                    "DASHBOARD_OIDC_ISSUER",
                    "is '" + issuer + "'",
                    "write its address, such as https://id.example.org");
        }
        if (!issuer.isBlank() && (clientId.isBlank() || clientSecret.isMissing())) {
            throw new InvalidSetting(
                    clientId.isBlank() ? "DASHBOARD_OIDC_CLIENT_ID" : "DASHBOARD_OIDC_CLIENT_SECRET",
                    "is missing while DASHBOARD_OIDC_ISSUER is set",
                    "register the dashboard at your provider, which gives out both");
        }
        if (!scopes.contains("openid")) {
            throw new InvalidSetting(
                    "DASHBOARD_OIDC_SCOPES", "lacks openid", "write openid,profile or more, separated by commas");
        }
    }

    boolean enabled() {
        return !issuer.isBlank();
    }
}
