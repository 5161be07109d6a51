package dev.homelab.dashboard.check;

import java.util.List;

/** The settings that checks may name. A check sends what they hold to the host that it names, so the dashboard's own are none. */
public final class SecretNames {

    private static final String PREFIX = "CHECK_";

    private SecretNames() {}

    /**
     * Refuses a target that names another setting. Those that are stored already are loaded, and refused when they are looked at.
     *
     * @throws InvalidCheck when it does
     */
    static void refuseOthersIn(Target target) {
        named(target).forEach(SecretNames::refuseOther);
    }

    /**
     * Refuses a name that is not made for checks; an empty one names nothing.
     *
     * @throws InvalidCheck when it is another
     */
    public static void refuseOther(String name) {
        if (!name.isEmpty() && !name.startsWith(PREFIX)) {
            throw new InvalidCheck(Said.of("invalid.setting", name));
        }
    }

    private static List<String> named(Target target) {
        return switch (target) {
            case Target.Postgres postgres -> List.of(postgres.passwordFrom());
            case Target.Redis redis -> List.of(redis.passwordFrom());
            case Target.S3 s3 -> List.of(s3.userFrom(), s3.passwordFrom());
            case Target.Http _, Target.Tcp _, Target.Dns _, Target.Push _ -> List.of();
            case Target.Container _, Target.Disk _, Target.Own _ -> List.of();
        };
    }
}
