package dev.homelab.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.backup.encryption.Keyset;
import dev.homelab.backup.restore.CommandLine;
import dev.homelab.backup.store.BackupId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line, as {@code scripts/restore} runs it. */
class RestoreTest {

    private static final String KEYSET = "--BACKUP_ENCRYPTION_KEYSET=" + Keyset.fresh();
    private static final TestDatabase STREAMS = TestDatabase.filled();

    @TempDir
    private Path folder;

    private final TestDatabase tickets = TestDatabase.filled();
    private final TestBucket bucket = new TestBucket();
    private final String owner = name("owner");
    private final String reader = name("reader");
    private final String target = name("restored");
    private final List<String> said = new ArrayList<>();
    private BackupId id = new BackupId("");

    @BeforeEach
    void backUp() {
        tickets.execute("CREATE ROLE " + owner);
        tickets.execute("CREATE ROLE " + reader);
        tickets.execute("ALTER DATABASE " + tickets.name() + " OWNER TO " + owner);
        tickets.execute("REVOKE CONNECT ON DATABASE " + tickets.name() + " FROM PUBLIC");
        tickets.execute("GRANT CONNECT ON DATABASE " + tickets.name() + " TO " + reader);
        try (Workshop workshop = Workshop.open(settings(), KEYSET)) {
            id = workshop.backUp();
            workshop.drill(id);
        }
        tickets.execute("DELETE FROM visit");
    }

    @Test
    void listsTheBackups() {
        assertThat(run("list")).isZero();

        assertThat(said).singleElement().asString().startsWith(id + "  0.").endsWith(" MB, encrypted  verified");
    }

    @Test
    void restoresIntoANewDatabaseAndLeavesTheOldOneAlone() {
        assertThat(run("restore", id.value(), "discord_bot", "--to", target)).isZero();

        TestDatabase restored = TestDatabase.named(target);
        assertThat(restored.count("visit")).isEqualTo(3000);
        assertThat(restored.column("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'"))
                .containsExactly(owner);
        assertThat(restored.column("SELECT has_database_privilege('pg_monitor', current_database(), 'CONNECT')"))
                .containsExactly("f");
        assertThat(tickets.count("visit")).isZero();
        assertThat(said).anyMatch(line -> line.startsWith("It is equal to what was backed up: 4 tables, 3023 rows"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void putsItInThePlaceOfTheOldOneWhichIsKept() throws Exception {
        try (var inUse = tickets.connect()) {
            assertThat(run("restore", "newest", "discord_bot", "--to", target, "--swap"))
                    .isZero();
            assertThat(inUse.isValid(1)).isFalse();
        }

        assertThat(tickets.count("visit")).isEqualTo(3000);
        List<String> old = tickets.column(
                "SELECT datname FROM pg_database WHERE datname LIKE '" + tickets.name() + "\\_before\\_%'");
        assertThat(old).hasSize(1);
        assertThat(TestDatabase.named(old.getFirst()).count("visit")).isZero();
        assertThat(said.getLast()).contains("the old one is kept as " + old.getFirst());
        assertThat(tickets.column("SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()"))
                .containsExactly(owner);
        assertThat(tickets.column("SELECT has_database_privilege('" + reader + "', current_database(), 'CONNECT')"))
                .containsExactly("t");
        assertThat(tickets.column("SELECT has_database_privilege('pg_monitor', current_database(), 'CONNECT')"))
                .containsExactly("f");
    }

    @Test
    void comesBackWhereNoneIs() {
        TestDatabase.named("postgres").execute("DROP DATABASE " + tickets.name());

        assertThat(run("restore", "newest", "discord_bot", "--to", target, "--swap"))
                .isZero();

        assertThat(tickets.count("visit")).isEqualTo(3000);
    }

    @Test
    void damageIsFoundBeforeAnythingIsChanged() {
        byte[] dump = bucket.read(id + "/discord_bot.dump.tink");
        dump[dump.length / 2] ^= 1;
        bucket.write(id + "/discord_bot.dump.tink", dump);

        assertThat(run("restore", id.value(), "discord_bot", "--to", target, "--swap"))
                .isEqualTo(1);

        assertThat(said.getLast()).startsWith("Not done: the dump of discord_bot has changed since it was made");
        assertThat(tickets.count("visit")).isZero();
        assertThat(TestDatabase.named("postgres").column("SELECT datname FROM pg_database"))
                .doesNotContain(target);
    }

    @Test
    void saysWhatItDoesNotUnderstand() {
        assertRefused(
                "what is expected is: restore <id|newest> <database> --to <new database> [--swap]",
                "restore",
                "newest");
        assertRefused("is no name for a new database", "restore", "newest", "discord_bot", "--to", "x; DROP TABLE y");
        assertRefused("there is no backup ../../x", "restore", "../../x", "discord_bot", "--to", target);
        assertRefused(
                "has no database attic; it has discord_bot, stream_bot", "restore", "newest", "attic", "--to", target);
        assertRefused(
                "is there already; choose a new name", "restore", "newest", "discord_bot", "--to", STREAMS.name());
    }

    @Test
    void aRoleThatMayNotIsToldWhichOneIsNeeded() {
        tickets.execute("ALTER ROLE " + reader + " LOGIN PASSWORD 'reader'");

        assertThat(CommandLine.run(
                        List.of("restore", "newest", "discord_bot", "--to", target),
                        said::add,
                        with(KEYSET, "--BACKUP_RESTORE_USER=" + reader, "--BACKUP_RESTORE_PASSWORD=reader")))
                .isEqualTo(1);

        assertThat(said.getLast())
                .contains("a restore needs a superuser: BACKUP_RESTORE_USER and BACKUP_RESTORE_PASSWORD");
    }

    @Test
    void makesAKeysetThatTheWorkerTakes() {
        assertThat(run("new-keyset")).isZero();

        try (Workshop workshop = Workshop.open(settings(), "--BACKUP_ENCRYPTION_KEYSET=" + said.getFirst())) {
            assertThat(workshop.drill(workshop.backUp()).problem()).isNull();
        }
    }

    private void assertRefused(String sentence, String... words) {
        assertThat(run(words)).isEqualTo(1);
        assertThat(said.getLast()).startsWith("Not done: ").contains(sentence);
    }

    private int run(String... words) {
        return CommandLine.run(List.of(words), said::add, with(KEYSET));
    }

    private String[] with(String... more) {
        return Workshop.merged(settings(), more);
    }

    private List<String> settings() {
        return Workshop.settings(tickets, STREAMS, bucket, folder);
    }

    private static String name(String what) {
        return what + "_" + UUID.randomUUID().toString().substring(0, 8);
    }
}
