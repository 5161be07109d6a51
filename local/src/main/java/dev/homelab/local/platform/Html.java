package dev.homelab.local.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The frame of the simulator's own pages; every text that comes from outside passes {@link #escape}. */
final class Html {

    private static final String STYLE = style();

    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A whole page; {@code theme} colours it like a platform. */
    static String page(String title, String theme, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <link rel="icon" href="data:,">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body class="%s">
                %s
                </body>
                </html>
                """.formatted(escape(title), STYLE, escape(theme), body);
    }

    static Answer error(int status, String title, String explanation) {
        String body = "<main class=\"card\"><h1>%s</h1><p>%s</p></main>".formatted(escape(title), escape(explanation));
        return Answer.html(status, page(title, "plain", body));
    }

    private static String style() {
        try (InputStream css = Html.class.getResourceAsStream("simulator.css")) {
            if (css == null) {
                throw new IllegalStateException("simulator.css is missing beside " + Html.class.getName());
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
