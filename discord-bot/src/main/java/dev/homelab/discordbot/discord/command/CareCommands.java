package dev.homelab.discordbot.discord.command;

import dev.homelab.discordbot.discord.Finding;
import dev.homelab.discordbot.discord.channel.CleanUp;
import dev.homelab.discordbot.discord.channel.Doctor;
import dev.homelab.discordbot.discord.channel.OldThread;
import dev.homelab.discordbot.discord.channel.Repair;
import dev.homelab.discordbot.language.Phrasebook;
import dev.homelab.discordbot.transcript.PersonalData;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.utils.FileUpload;
import org.springframework.stereotype.Component;

/** What is wrong and what is old in a server, and what is kept of a person. */
@Component
class CareCommands implements Subcommands {

    private static final int MOST_NAMES = 20;

    private final Doctor doctor;
    private final Repair repair;
    private final CleanUp cleanUp;
    private final PersonalData data;
    private final Phrasebook phrasebook;

    CareCommands(Doctor doctor, Repair repair, CleanUp cleanUp, PersonalData data, Phrasebook phrasebook) {
        this.doctor = doctor;
        this.repair = repair;
        this.cleanUp = cleanUp;
        this.data = data;
        this.phrasebook = phrasebook;
    }

    @Override
    public List<Subcommand> all() {
        Option user = Option.of(OptionType.USER, "user");
        return List.of(
                Subcommand.of(
                        "tickets doctor",
                        List.of(Option.of(OptionType.BOOLEAN, "repair").optional()),
                        this::examine),
                Subcommand.of(
                        "tickets clean-up",
                        List.of(Option.of(OptionType.BOOLEAN, "now").optional()),
                        this::cleanUp),
                Subcommand.of("tickets data", List.of(user), this::data),
                Subcommand.of("tickets forget", List.of(user), this::forget));
    }

    private Reply examine(CommandCall call) {
        if (call.optional("repair", OptionMapping::getAsBoolean).orElse(false)) {
            repair.run(call.guild());
        }
        Locale language = call.event().getUserLocale().toLocale();
        String findings = doctor.examine(call.guild()).stream()
                .map(finding -> line(finding, language))
                .collect(Collectors.joining("\n"));
        return Reply.quietly("said.as-is", findings);
    }

    private String line(Finding finding, Locale language) {
        String sign = switch (finding.severity()) {
            case FINE -> "✅ ";
            case WARNING -> "⚠️ ";
            case ERROR -> "❌ ";
        };
        String mend = phrasebook.say(finding.mend(), language);
        return sign
                + phrasebook.say(finding.what(), language)
                + (finding.severity() == Finding.Severity.FINE ? "" : " → " + mend);
    }

    /** Without {@code now} it only says what it would delete. */
    private Reply cleanUp(CommandCall call) {
        if (call.optional("now", OptionMapping::getAsBoolean).orElse(false)) {
            return Reply.quietly("said.cleaned-up", Integer.toString(cleanUp.clean(call.guild())));
        }
        List<OldThread> old = cleanUp.find(call.guild());
        String names = old.stream().limit(MOST_NAMES).map(OldThread::name).collect(Collectors.joining("\n"));
        return Reply.quietly("said.would-clean-up", Integer.toString(old.size()), names);
    }

    private Reply data(CommandCall call) {
        String json = data.export(call.guild().getIdLong(), call.person("user").id());
        return Reply.quietly("said.data", "<@" + call.person("user").id() + ">")
                .with(FileUpload.fromData(json.getBytes(StandardCharsets.UTF_8), "data.json"));
    }

    private Reply forget(CommandCall call) {
        int erased = data.erase(call.guild().getIdLong(), call.person("user").id());
        return Reply.quietly(
                "said.forgotten",
                Integer.toString(erased),
                "<@" + call.person("user").id() + ">");
    }
}
