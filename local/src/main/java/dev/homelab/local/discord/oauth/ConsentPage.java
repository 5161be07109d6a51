package dev.homelab.local.discord.oauth;

import dev.homelab.local.discord.world.User;
import dev.homelab.local.discord.world.World;
import io.javalin.http.Context;
import java.util.Objects;
import java.util.stream.Collectors;

/** The page on which a person chooses an account and allows or denies. */
final class ConsentPage {

    private ConsentPage() {}

    static String html(World world, Context context) {
        String people = world.users().stream()
                .filter(user -> !user.bot())
                .map(ConsentPage::button)
                .collect(Collectors.joining());
        String scopes = escaped(Objects.requireNonNullElse(context.queryParam("scope"), ""));
        return """
                <!doctype html><html lang="en"><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Authorize %1$s</title><link rel="stylesheet" href="/style.css">
                <main class="consent"><h1>%1$s wants to access your Discord account</h1>
                <p>It asks for: <b>%2$s</b></p><form method="post">%3$s
                <button name="deny" value="1" class="quiet">Cancel</button></form></main></html>
                """.formatted(escaped(world.user(world.botId()).name()), scopes, people);
    }

    private static String button(User user) {
        return "<button name=\"user\" value=\"%d\">Authorize as %s</button>"
                .formatted(user.id(), escaped(user.shownName()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
