package dev.homelab.bench.plain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.JdbcOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.user.DefaultOAuth2User;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/**
 * Spring Security's OAuth2 login with its defaults, Spring Session JDBC and {@link JdbcOAuth2AuthorizedClientService}. Of
 * its own it has only what Kick needs to be asked at all: PKCE, and where the account's id stands.
 */
@SpringBootApplication
public class PlainApplication {

    static void main(String[] args) {
        SpringApplication.run(PlainApplication.class, args);
    }

    @Bean
    ClientRegistrationRepository registrations(Environment environment) {
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId("kick")
                .clientId(environment.getRequiredProperty("KICK_CLIENT_ID"))
                .clientSecret(environment.getRequiredProperty("KICK_CLIENT_SECRET"))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationUri(environment.getRequiredProperty("KICK_AUTHORIZATION_URL"))
                .tokenUri(environment.getRequiredProperty("KICK_TOKEN_URL"))
                .userInfoUri(environment.getRequiredProperty("KICK_API_URL") + "/users")
                .userNameAttributeName("id")
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("user:read", "channel:read", "chat:write", "events:subscribe")
                .build());
    }

    @Bean
    OAuth2AuthorizedClientService clients(JdbcOperations jdbc, ClientRegistrationRepository registrations) {
        return new JdbcOAuth2AuthorizedClientService(jdbc, registrations);
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http) {
        RestClient client = RestClient.create();
        return http.authorizeHttpRequests(all -> all.anyRequest().authenticated())
                .oauth2Login(login -> login.userInfoEndpoint(who -> who.userService(request -> user(client, request)))
                        .defaultSuccessUrl("/connections", true))
                .build();
    }

    private static OAuth2User user(RestClient client, OAuth2UserRequest request) {
        Users users = client.get()
                .uri(Objects.requireNonNull(request.getClientRegistration()
                        .getProviderDetails()
                        .getUserInfoEndpoint()
                        .getUri()))
                .headers(headers ->
                        headers.setBearerAuth(request.getAccessToken().getTokenValue()))
                .retrieve()
                .body(Users.class);
        if (users == null || users.data() == null) {
            throw new IllegalStateException("Kick names no user");
        }
        return new DefaultOAuth2User(
                List.of(), Map.of("id", Long.toString(users.data().getFirst().user_id())), "id");
    }

    private record Users(@Nullable List<User> data) {}

    private record User(long user_id) {}

    @RestController
    static class Pages {

        @GetMapping("/connections")
        String connections() {
            return "signed in";
        }
    }
}
