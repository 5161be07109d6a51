package dev.homelab.streambot.oauth;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a sign-in or a link did not come about, in words for the streamer. */
public enum Problem {
    UNUSABLE(
            "That sign-in cannot be used",
            "It was used already, took longer than ten minutes, or was started in another browser. Please start again."),
    DENIED("You did not allow it", "Nothing was linked and nothing was stored. You can start again whenever you like."),
    LINKED_ELSEWHERE(
            "That account belongs to somebody else here",
            "It is linked to another streamer, and links are never moved. Sign in with that account and unlink it"
                    + " first, or choose another one."),
    ANOTHER_ACCOUNT(
            "That is another account",
            "You came back with another account than the one of this link. Sign out of it on the platform, then start"
                    + " again."),
    ONE_PER_PLATFORM(
            "You have an account of that platform already",
            "One account of each platform can be linked. Unlink the other one first."),
    TOO_OFTEN("That was a little too often", "Please wait a minute, then start again."),
    SOMEBODY_ELSE(
            "You are not who started this",
            "The link was started by another streamer, or you signed out in between. Sign in and start again."),
    PLATFORM("The platform did not play along", "It could not be reached or answered nonsense. Try again in a minute."),
    SWITCHED_OFF("That platform is switched off here", "Whoever runs this service has not set it up.");

    private final String title;
    private final String advice;

    Problem(String title, String advice) {
        this.title = title;
        this.advice = advice;
    }

    public String title() {
        return title;
    }

    public String advice() {
        return advice;
    }

    public String path() {
        return "/problem/" + code();
    }

    public static Optional<Problem> of(String code) {
        return Arrays.stream(values())
                .filter(problem -> problem.code().equals(code))
                .findFirst();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
