package dev.homelab.local.platform;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The levers of the status page; each posts to the {@link ControlApi}. */
final class StatusForms {

    private StatusForms() {}

    static String lifetimes(Provider provider) {
        Grants grants = provider.realm().grants();
        Lifetimes lifetimes = grants.lifetimes();
        return """
                <form class="scroll line" method="post" action="/simulator/lifetimes">
                <input type="hidden" name="platform" value="%s"><b>%s</b>
                <label>code (s) <input type="number" min="1" name="code" value="%d"></label>
                <label>access token (s) <input type="number" min="1" name="access" value="%d"></label>
                <label>grant (s) <input type="number" min="1" name="grant" value="%s" placeholder="no end"></label>
                <label>app in testing (s) <input type="number" min="1" name="testing" value="%s" placeholder="no"></label>
                <label>unused (s) <input type="number" min="1" name="unused" value="%s" placeholder="no end"></label>
                <label>refresh tokens <input type="number" min="1" name="refreshTokens" value="%s"
                  placeholder="any"></label>
                <label>a used refresh token <select name="rotation">%s</select></label>
                <button class="main">Set</button></form>
                """.formatted(
                provider.realm().platform().id(),
                provider.realm().platform().title(),
                lifetimes.code().toSeconds(),
                lifetimes.accessToken().toSeconds(),
                seconds(lifetimes.grant()),
                seconds(lifetimes.testing()),
                seconds(lifetimes.unused()),
                grants.refreshTokens() == Integer.MAX_VALUE ? "" : grants.refreshTokens(),
                options(
                        Arrays.stream(Rotation.values()).map(Rotation::id).toList(),
                        grants.rotation().id()));
    }

    private static String seconds(@Nullable Duration duration) {
        return duration == null ? "" : String.valueOf(duration.toSeconds());
    }

    static String account() {
        return """
                <form class="scroll line" method="post" action="/simulator/accounts"><b>Add</b>
                <select name="platform" aria-label="platform">%s</select>
                <label>login <input name="login" required pattern="[a-z0-9_]{1,25}" autocapitalize="none"
                  title="a to z, 0 to 9 and _"></label>
                <label>name <input name="displayName" maxlength="50" placeholder="like the login"></label>
                <label>channel <select name="channel"><option value="true">yes</option>
                <option value="false">no</option></select></label>
                <button class="main">Add</button></form>
                """.formatted(platforms());
    }

    private static String platforms() {
        return options(Arrays.stream(Platform.values()).map(Platform::id).toList(), "");
    }

    static String fault() {
        return """
                <form class="scroll line" method="post" action="/simulator/faults">
                <select name="platform" aria-label="platform">%s</select>
                <select name="endpoint" aria-label="endpoint">%s</select>
                <select name="fault" aria-label="fault">%s</select>
                <label>times <input type="number" min="1" name="times" value="1"></label>
                <label>seconds <input type="number" min="0" name="amount" value="60"></label>
                <button class="main">Set</button>
                <button formaction="/simulator/faults/clear">Clear all</button></form>
                """.formatted(
                platforms(),
                options(Arrays.stream(Endpoint.values()).map(Endpoint::id).toList(), "token"),
                options(Arrays.stream(Fault.Kind.values()).map(Fault.Kind::id).toList(), "server-error"));
    }

    private static String options(List<String> values, String selected) {
        return values.stream()
                .map(value -> "<option%s>%s</option>".formatted(value.equals(selected) ? " selected" : "", value))
                .collect(Collectors.joining());
    }
}
