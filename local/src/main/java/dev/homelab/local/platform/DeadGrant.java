package dev.homelab.local.platform;

/** The words in which a platform says that a refresh token works no more; each has been seen to use several. */
enum DeadGrant {
    FIRST,
    SECOND,
    THIRD;

    Answer answer(Platform platform) {
        return switch (platform) {
            case TWITCH -> twitch();
            case GOOGLE -> google();
            case KICK -> kick();
        };
    }

    private Answer twitch() {
        return switch (this) {
            case FIRST -> Answer.json(400, "error", "Bad Request", "status", 400, "message", "Invalid refresh token");
            case SECOND -> Answer.json(400, "status", 400, "message", "Invalid refresh token");
            case THIRD -> Answer.json(400, "error", "Bad Request", "status", 400, "message", "Invalid grant");
        };
    }

    private Answer google() {
        String error = "error";
        String description = "error_description";
        return switch (this) {
            case FIRST -> Answer.json(400, error, "invalid_grant", description, "Token has been expired or revoked.");
            case SECOND ->
                Answer.json(
                        400,
                        error,
                        "invalid_grant",
                        description,
                        "reauth related error (invalid_rapt)",
                        "error_subtype",
                        "invalid_rapt");
            case THIRD ->
                Answer.json(
                        400,
                        error,
                        "admin_policy_enforced",
                        description,
                        "The administrator of this account does not allow the requested scopes.");
        };
    }

    private Answer kick() {
        String description = "The refresh token is invalid or has expired";
        return switch (this) {
            case FIRST -> Answer.json(401, "error", "invalid_grant", "error_description", description);
            case SECOND -> Answer.json(400, "error", "invalid_grant", "error_description", description);
            case THIRD -> Answer.json(400, "error", "Invalid request");
        };
    }
}
