package dev.homelab.local.discord;

import static dev.homelab.local.discord.world.Worlds.COMMUNITY;
import static dev.homelab.local.discord.world.Worlds.GENERAL;
import static dev.homelab.local.discord.world.Worlds.MIA;
import static dev.homelab.local.discord.world.Worlds.NOAH;
import static dev.homelab.local.discord.world.Worlds.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.local.discord.people.Seen;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Draft;
import dev.homelab.local.discord.world.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.attachmentupload.AttachmentUpload;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.section.Section;
import net.dv8tion.jda.api.components.selections.EntitySelectMenu;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.EntitySelectInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.modals.Modal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InteractionTest {

    private DiscordSimulator discord;
    private JDA jda;
    private TextChannel channel;
    private Channel general;

    @BeforeEach
    void start() throws InterruptedException {
        discord = DiscordSimulator.start();
        jda = Bot.login(discord, new Answers());
        channel = Objects.requireNonNull(
                Objects.requireNonNull(jda.getGuildById(COMMUNITY)).getTextChannelById(GENERAL));
        general = discord.world().channel(GENERAL);
    }

    @AfterEach
    void stop() throws InterruptedException {
        Bot.logout(jda);
        discord.close();
    }

    private static final class Answers extends ListenerAdapter {

        @Override
        public void onButtonInteraction(ButtonInteractionEvent event) {
            switch (event.getComponentId()) {
                case "followup" ->
                    event.deferReply(true)
                            .flatMap(hook -> hook.sendMessage("first"))
                            .flatMap(sent ->
                                    event.getHook().sendMessage("second").setEphemeral(true))
                            .queue();
                default -> event.replyModal(everyKind()).queue();
            }
        }

        @Override
        public void onModalInteraction(ModalInteractionEvent event) {
            String file = Objects.requireNonNull(event.getValue("file"))
                    .getAsAttachmentList()
                    .getFirst()
                    .getFileName();
            String who = Objects.requireNonNull(event.getValue("who"))
                    .getAsStringList()
                    .getFirst();
            String kind = Objects.requireNonNull(event.getValue("kind"))
                    .getAsStringList()
                    .getFirst();
            event.reply(kind + " " + who + " " + file).queue();
        }

        @Override
        public void onStringSelectInteraction(StringSelectInteractionEvent event) {
            event.editMessage("chose " + event.getValues()).queue();
        }

        @Override
        public void onEntitySelectInteraction(EntitySelectInteractionEvent event) {
            event.reply("chose " + event.getMentions().getMembers().getFirst().getEffectiveName())
                    .queue();
        }
    }

    private static Modal everyKind() {
        return Modal.create("all", "Everything")
                .addComponents(
                        Label.of(
                                "Text",
                                TextInput.create("text", TextInputStyle.PARAGRAPH)
                                        .setRequired(false)
                                        .build()),
                        Label.of(
                                "Kind",
                                StringSelectMenu.create("kind")
                                        .addOption("Bug", "bug")
                                        .addOption("Idea", "idea")
                                        .build()),
                        Label.of(
                                "Who",
                                EntitySelectMenu.create("who", EntitySelectMenu.SelectTarget.USER)
                                        .build()),
                        Label.of("File", AttachmentUpload.create("file").build()))
                .build();
    }

    private Message post(Button... buttons) {
        channel.sendMessage("press")
                .setComponents(ActionRow.of(List.of(buttons)))
                .complete();
        return general.messages().getLast();
    }

    @Test
    void aDeferredAnswerIsFilledByTheFirstFollowUpAndSeenByOneAlone() {
        Seen seen = discord.as(MIA).click(post(Button.primary("followup", "Go")), "followup");
        assertThat(((Seen.Reply) seen).message().content()).isEqualTo("first");
        assertThat(discord.world()
                        .await(
                                () -> discord.as(MIA)
                                        .sees(general)
                                        .getLast()
                                        .content()
                                        .equals("second"),
                                java.time.Duration.ofSeconds(5)))
                .isTrue();
        assertThat(discord.as(NOAH).sees(general)).extracting(Message::content).containsExactly("press");
    }

    @Test
    void aFormCarriesTextsChoicesPeopleAndFiles() {
        Seen.Modal modal = (Seen.Modal) discord.as(MIA).click(post(Button.primary("form", "Form")), "form");
        Draft.Upload file = new Draft.Upload("log.txt", "text/plain", "log".getBytes(StandardCharsets.UTF_8));
        Seen seen = discord.as(MIA)
                .submit(
                        modal,
                        Map.of("text", "", "kind", List.of("idea"), "who", List.of(Long.toString(SAM))),
                        Map.of("file", List.of(file)));
        assertThat(((Seen.Reply) seen).message().content()).isEqualTo("idea " + SAM + " log.txt");
    }

    @Test
    void menusCarryWhatWasChosen() {
        channel.sendMessage("menus")
                .setComponents(
                        ActionRow.of(StringSelectMenu.create("words")
                                .addOption("A", "a")
                                .addOption("B", "b")
                                .build()),
                        ActionRow.of(EntitySelectMenu.create("people", EntitySelectMenu.SelectTarget.USER)
                                .build()))
                .complete();
        Message menus = general.messages().getLast();
        assertThat(((Seen.Reply) discord.as(MIA).select(menus, "people", Long.toString(SAM)))
                        .message()
                        .content())
                .isEqualTo("chose Sam");
        assertThat(((Seen.Updated) discord.as(MIA).select(menus, "words", "b"))
                        .message()
                        .content())
                .isEqualTo("chose [b]");
    }

    @Test
    void aCardOfComponentsV2IsKeptAsItWasSent() {
        channel.sendMessageComponents(Container.of(
                                Section.of(Button.success("go", "Go"), TextDisplay.of("# Ticket <@" + MIA + ">")),
                                Separator.createDivider(Separator.Spacing.SMALL),
                                ActionRow.of(Button.danger("end", "End")))
                        .withAccentColor(0x5865F2))
                .useComponentsV2()
                .complete();
        Message card = general.messages().getLast();
        assertThat(card.components().at("/0/components/0/accessory/custom_id").asString())
                .isEqualTo("go");
        assertThat(card.mentions(MIA)).isTrue();
    }
}
