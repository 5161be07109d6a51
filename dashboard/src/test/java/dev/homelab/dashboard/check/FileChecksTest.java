package dev.homelab.dashboard.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homelab.common.startup.InvalidSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.ResourceBundleMessageSource;
import tools.jackson.databind.json.JsonMapper;

/** A file of checks, as it is read when the dashboard starts. */
class FileChecksTest {

    private @TempDir Path folder;

    private FileChecks read(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("checks.json"), json);
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasenames("texts/settings", "texts/findings");
        texts.setDefaultEncoding("UTF-8");
        return new FileChecks(
                new CheckSettings(Duration.ofSeconds(3), file.toString(), "", ""),
                JsonMapper.builder().build(),
                new Words(texts));
    }

    private static String check(String id, String needs) {
        return """
                {"id":"%1$s","title":"%1$s","target":{"kind":"tcp","host":"localhost","port":1},"needs":[%2$s]}""".formatted(id, needs);
    }

    @Test
    void readsChecksThatNeedEachOtherInOneDirection() throws IOException {
        FileChecks checks = read("[%s,%s,%s]"
                .formatted(
                        check("page", "\"shop\",\"disk\""),
                        check("shop", "\"disk\""),
                        check("disk", "\"postgresql\"")));
        assertThat(checks.definitions()).extracting(Definition::owner).containsOnly(Owner.FILE);
    }

    @Test
    void stopsTheStartWithTheCircleInWhichChecksNeedEachOther() {
        assertThatThrownBy(() -> read("[%s,%s,%s]"
                        .formatted(check("page", "\"shop\""), check("shop", "\"disk\""), check("disk", "\"shop\""))))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("CHECKS_FILE has a mistake: It needs, in a circle, what needs it: shop → disk → shop.");
    }

    @Test
    void stopsTheStartWithASettingThatIsNotMadeForChecks() {
        assertThatThrownBy(() -> read("""
                        [{"id":"shop","title":"Shop","target":
                        {"kind":"redis","host":"localhost","port":1,"passwordFrom":"REDIS_URL"}}]"""))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("settings whose name begins with CHECK_; “REDIS_URL” is none");
    }
}
