package dev.homelab.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

class NewPasswordTest {

    private final PasswordEncoder passwords = PasswordEncoderFactories.createDelegatingPasswordEncoder();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void takesNoneThatCannotBeKept(int bytes) {
        String letter = new String[] {"x", "ä", "€", "😀"}[bytes - 1];
        String longest = "12345678" + letter.repeat(64 / bytes);

        assertThat(NewPassword.problem(longest, "somebody")).isEmpty();
        assertThat(passwords.matches(longest, passwords.encode(longest))).isTrue();
        assertThat(NewPassword.problem(longest + letter, "somebody")).contains("password.length");
    }

    @Test
    void takesNoneThatIsShortOrGuessed() {
        assertThat(NewPassword.problem("12345678901", "somebody")).contains("password.length");
        assertThat(NewPassword.problem("passwordpassword", "somebody")).contains("password.weak");
    }
}
