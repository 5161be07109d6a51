package dev.homelab.streambot.oauth;

import dev.homelab.streambot.platform.Platform;
import dev.homelab.streambot.platform.Platforms;
import dev.homelab.streambot.platform.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.web.header.HeaderWriter;

/** What our pages may load, and where their forms may lead; written anew when a provider's address comes to be known. */
final class ContentPolicy implements HeaderWriter {

    private static final String HEADER = "Content-Security-Policy";

    private final Platforms platforms;
    private final String pictures;
    private volatile Written written;

    /** Pictures are at the platforms, wherever those keep them. */
    ContentPolicy(Platforms platforms, PublicAddress address) {
        this.platforms = platforms;
        this.pictures = "img-src 'self' data: https:" + (address.secure() ? "" : " http:");
        this.written = new Written(List.of(), directives(List.of()));
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(HEADER)) {
            response.setHeader(HEADER, directives());
        }
    }

    private String directives() {
        List<String> addresses =
                platforms.enabled().stream().map(Platform::consentAddress).toList();
        Written last = written;
        if (!last.addresses().equals(addresses)) {
            last = new Written(addresses, directives(addresses));
            written = last;
        }
        return last.directives();
    }

    /** A link starts with a form whose answer is a redirect to the platform, which browsers count as its action. */
    private String directives(List<String> addresses) {
        String actions =
                addresses.stream().map(ContentPolicy::origin).distinct().collect(Collectors.joining(" "));
        return Stream.of(
                        "default-src 'none'",
                        "style-src 'self'",
                        pictures,
                        "script-src 'self'",
                        "connect-src 'self'",
                        "base-uri 'none'",
                        "frame-ancestors 'none'",
                        "form-action 'self' " + actions)
                .collect(Collectors.joining("; "));
    }

    private record Written(List<String> addresses, String directives) {}

    private static String origin(String authorizationUri) {
        URI address = URI.create(authorizationUri);
        return address.getScheme() + "://" + address.getAuthority();
    }
}
