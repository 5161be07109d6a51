package dev.homelab.common.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The language of pages: the one that somebody chose, or the first of their browser's in which there are texts. */
@AutoConfiguration(beforeName = "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration")
public class Languages implements WebMvcConfigurer {

    public static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.of("es"));

    private static final String CHOICE = "lang";
    private static final Duration KEPT = Duration.ofDays(365);

    private final CookieLocaleResolver resolver = resolver(false);
    private final CookieLocaleResolver secure = resolver(true);

    private static CookieLocaleResolver resolver(boolean secure) {
        var browser = new AcceptHeaderLocaleResolver();
        browser.setSupportedLocales(SPOKEN);
        browser.setDefaultLocale(Locale.ENGLISH);
        // Unlike a login's, this cookie is shared by the services of one host on purpose.
        var resolver = new CookieLocaleResolver("homelab-language");
        resolver.setDefaultLocaleFunction(browser::resolveLocale);
        resolver.setRejectInvalidCookies(false);
        resolver.setCookieMaxAge(KEPT);
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setCookieSecure(secure);
        return resolver;
    }

    @Bean
    LocaleResolver localeResolver() {
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new Choosing(resolver, secure));
    }

    /** Keeps the choice that a link of the pages' feet makes; what is not spoken here is no choice. */
    private record Choosing(LocaleResolver plain, LocaleResolver secure) implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            SPOKEN.stream()
                    .filter(locale -> locale.getLanguage().equals(request.getParameter(CHOICE)))
                    .findFirst()
                    .ifPresent(chosen -> (request.isSecure() ? secure : plain).setLocale(request, response, chosen));
            return true;
        }
    }
}
