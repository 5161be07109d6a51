package dev.homelab.dashboard.check.probe;

import dev.homelab.common.secret.Secret;
import dev.homelab.dashboard.check.InvalidCheck;
import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.check.SecretNames;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Finds the secrets that targets only name: a setting, an environment variable or a secret file. */
@Component
class NamedSecrets {

    private final Environment environment;

    NamedSecrets(Environment environment) {
        this.environment = environment;
    }

    /**
     * Empty where nothing is named.
     *
     * @throws InvalidCheck where the named setting is not there, or not made for checks
     */
    Secret named(String setting) {
        if (setting.isEmpty()) {
            return Secret.of("");
        }
        SecretNames.refuseOther(setting);
        String found = environment.getProperty(setting);
        if (found == null) {
            throw new InvalidCheck(Said.of("invalid.no-setting", setting));
        }
        return Secret.of(found);
    }
}
