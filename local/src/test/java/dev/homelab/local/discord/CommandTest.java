package dev.homelab.local.discord;

import static dev.homelab.local.discord.world.Worlds.ADA;
import static dev.homelab.local.discord.world.Worlds.COMMUNITY;
import static dev.homelab.local.discord.world.Worlds.GENERAL;
import static dev.homelab.local.discord.world.Worlds.MIA;
import static dev.homelab.local.discord.world.Worlds.NOAH;
import static dev.homelab.local.discord.world.Worlds.SAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.homelab.local.discord.people.Seen;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.DiscordException;
import dev.homelab.local.discord.world.Worlds;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.UserContextInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandTest {

    private DiscordSimulator discord;
    private JDA jda;
    private Channel general;

    @BeforeEach
    void start() throws InterruptedException {
        discord = DiscordSimulator.start();
        jda = Bot.login(discord, new Answers());
        general = discord.world().channel(GENERAL);
        jda.updateCommands()
                .addCommands(
                        Commands.slash("tickets", "Tickets")
                                .addSubcommands(new SubcommandData("list", "Lists them"))
                                .addSubcommandGroups(new SubcommandGroupData("type", "Types")
                                        .addSubcommands(new SubcommandData("add", "Adds one")
                                                .addOption(OptionType.STRING, "name", "Its name", true, true)
                                                .addOption(OptionType.ROLE, "staff", "Who answers"))),
                        Commands.slash("every", "Every kind")
                                .addOptions(
                                        new OptionData(OptionType.INTEGER, "whole", "A number", true),
                                        new OptionData(OptionType.NUMBER, "number", "A number"),
                                        new OptionData(OptionType.BOOLEAN, "yes", "Or no"),
                                        new OptionData(OptionType.USER, "who", "A member"),
                                        new OptionData(OptionType.CHANNEL, "where", "A channel"),
                                        new OptionData(OptionType.MENTIONABLE, "whom", "A member or role")),
                        Commands.message("Open a ticket").setContexts(InteractionContextType.GUILD),
                        Commands.user("Tickets of").setContexts(InteractionContextType.GUILD),
                        Commands.slash("staff", "For staff")
                                .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_THREADS)))
                .complete();
    }

    @AfterEach
    void stop() throws InterruptedException {
        Bot.logout(jda);
        discord.close();
    }

    private static final class Answers extends ListenerAdapter {

        @Override
        public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
            String options = event.getOptions().stream()
                    .map(option -> option.getName() + "=" + shown(option))
                    .collect(Collectors.joining(" "));
            String locales = event.getUserLocale().getLocale() + "/"
                    + event.getGuildLocale().getLocale();
            event.reply((event.getFullCommandName() + " " + options).strip() + " in " + locales)
                    .queue();
        }

        private static String shown(OptionMapping option) {
            return switch (option.getType()) {
                case INTEGER -> Long.toString(option.getAsLong());
                case NUMBER -> Double.toString(option.getAsDouble());
                case USER -> Objects.requireNonNull(option.getAsMember()).getEffectiveName();
                case ROLE -> option.getAsRole().getName();
                case CHANNEL -> option.getAsChannel().getName();
                case MENTIONABLE -> option.getAsMentionable().getAsMention();
                default -> option.getAsString();
            };
        }

        @Override
        public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
            event.replyChoice(
                            event.getFocusedOption().getName() + " " + event.getFullCommandName(),
                            "typed " + event.getFocusedOption().getValue())
                    .queue();
        }

        @Override
        public void onMessageContextInteraction(MessageContextInteractionEvent event) {
            event.reply("about " + event.getTarget().getContentRaw())
                    .setEphemeral(true)
                    .queue();
        }

        @Override
        public void onUserContextInteraction(UserContextInteractionEvent event) {
            event.reply("of " + Objects.requireNonNull(event.getTargetMember()).getEffectiveName())
                    .queue();
        }
    }

    private String slash(long person, String command, Map<String, ?> options) {
        return ((Seen.Reply) discord.as(person).slash(general, command, options))
                .message()
                .content();
    }

    @Test
    void subcommandsAndTheirGroupsAreCalledByAllTheirWords() {
        String staff =
                Long.toString(discord.world().guild(COMMUNITY).role("Staff").id());
        assertThat(slash(ADA, "tickets list", Map.of())).startsWith("tickets list in");
        assertThat(slash(ADA, "tickets type add", Map.of("name", "Bugs", "staff", staff)))
                .startsWith("tickets type add name=Bugs staff=Staff in");
        assertThatExceptionOfType(DiscordException.class)
                .isThrownBy(() -> slash(ADA, "tickets type add", Map.of()))
                .withMessageContaining("BASE_TYPE_REQUIRED");
    }

    @Test
    void optionsOfEveryKindArrive() {
        Map<String, ?> options = Map.of(
                "whole",
                "7",
                "number",
                "1.5",
                "yes",
                "true",
                "who",
                Long.toString(SAM),
                "where",
                Long.toString(GENERAL),
                "whom",
                Long.toString(NOAH));
        assertThat(slash(MIA, "every", options))
                .startsWith("every whole=7 number=1.5 yes=true who=Sam where=general whom=<@" + NOAH + "> in");
        assertThatExceptionOfType(DiscordException.class).isThrownBy(() -> slash(MIA, "every", Map.of("whole", "x")));
    }

    @Test
    void anOptionIsCompletedWhileItIsTyped() {
        Seen seen = discord.as(MIA).autocomplete(general, "tickets type add", Map.of("name", "Bu"), "name");
        assertThat(((Seen.Suggestions) seen).choices()).containsEntry("name tickets type add", "typed Bu");
    }

    @Test
    void commandsAreFoundInTheMenusOfMessagesAndPeople() {
        var said = discord.as(NOAH).say(general, "my sound is gone");
        Seen.Reply reply = (Seen.Reply) discord.as(MIA).onMessage(said, "Open a ticket");
        assertThat(reply.message().content()).isEqualTo("about my sound is gone");
        assertThat(reply.onlyToThem()).isTrue();
        assertThat(((Seen.Reply) discord.as(MIA).onUser(general, SAM, "Tickets of"))
                        .message()
                        .content())
                .isEqualTo("of Sam");
    }

    @Test
    void aCommandForStaffIsNotOfferedToMembers() {
        assertThat(slash(SAM, "staff", Map.of())).startsWith("staff in");
        assertThatExceptionOfType(DiscordException.class)
                .isThrownBy(() -> slash(MIA, "staff", Map.of()))
                .withMessageContaining("10063");
    }

    @Test
    void everybodysOwnLanguageIsTold() {
        assertThat(slash(MIA, "tickets list", Map.of())).endsWith("in de/en-US");
        assertThat(slash(NOAH, "tickets list", Map.of())).endsWith("in fr/en-US");
        assertThat(slash(SAM, "tickets list", Map.of())).endsWith("in es-ES/en-US");
        Worlds.speak(discord.world(), MIA, "nl");
        assertThat(slash(MIA, "tickets list", Map.of())).endsWith("in nl/en-US");
        assertThatExceptionOfType(DiscordException.class).isThrownBy(() -> Worlds.speak(discord.world(), MIA, "tlh"));
    }
}
