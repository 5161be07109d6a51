package dev.homelab.local.discord;

import static dev.homelab.local.discord.world.Worlds.COMMUNITY;
import static dev.homelab.local.discord.world.Worlds.GENERAL;
import static dev.homelab.local.discord.world.Worlds.MIA;
import static dev.homelab.local.discord.world.Worlds.SAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.homelab.local.discord.people.Seen;
import dev.homelab.local.discord.world.DiscordException;
import dev.homelab.local.discord.world.Draft;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.attachmentupload.AttachmentUpload;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.checkbox.Checkbox;
import net.dv8tion.jda.api.components.checkboxgroup.CheckboxGroup;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.radiogroup.RadioGroup;
import net.dv8tion.jda.api.components.selections.EntitySelectMenu;
import net.dv8tion.jda.api.components.selections.EntitySelectMenu.SelectTarget;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import net.dv8tion.jda.api.modals.Modal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ModalTest {

    private final BlockingQueue<ModalInteractionEvent> sent = new LinkedBlockingQueue<>();
    private DiscordSimulator discord;
    private JDA jda;

    @BeforeEach
    void start() throws InterruptedException {
        discord = DiscordSimulator.start();
        jda = Bot.login(discord, new Forms());
        Objects.requireNonNull(
                        Objects.requireNonNull(jda.getGuildById(COMMUNITY)).getTextChannelById(GENERAL))
                .sendMessage("forms")
                .setComponents(ActionRow.of(
                        Button.primary("choices", "Choices"),
                        Button.primary("files", "Files"),
                        Button.primary("legacy", "Legacy"),
                        Button.primary("empty", "Empty")))
                .complete();
    }

    @AfterEach
    void stop() throws InterruptedException {
        Bot.logout(jda);
        discord.close();
    }

    private final class Forms extends ListenerAdapter {

        @Override
        public void onButtonInteraction(ButtonInteractionEvent event) {
            switch (event.getComponentId()) {
                case "choices" -> event.replyModal(choices()).queue();
                case "files" -> event.replyModal(files()).queue();
                default -> raw(event, event.getComponentId());
            }
        }

        /** What JDA itself cannot say any more. */
        private void raw(ButtonInteractionEvent event, String kind) {
            String row = """
                    {"type":1,"components":[{"type":4,"custom_id":"old","label":"Old","style":1,"min_length":2,
                    "max_length":5,"required":true,"value":"abc","placeholder":"words"}]}""";
            String body = """
                    {"type":9,"data":{"custom_id":"old","title":"Old","components":[%s]}}""".formatted(kind.equals("legacy") ? row : "");
            try {
                String path = "interactions/" + event.getId() + "/" + event.getToken() + "/callback";
                Wire wire = new Wire(discord);
                Wire.Answer answer = wire.send("POST", path, body);
                if (answer.status() == 400) {
                    String why = answer.wrong("data/components");
                    wire.send("POST", path, "{\"type\":4,\"data\":{\"content\":\"" + why + "\"}}");
                }
            } catch (java.io.IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void onModalInteraction(ModalInteractionEvent event) {
            sent.add(event);
            event.reply("thank you").setEphemeral(true).queue();
        }
    }

    private static Modal choices() {
        return Modal.create("choices", "Choices")
                .addComponents(
                        TextDisplay.of("Please choose."),
                        Label.of(
                                "One",
                                RadioGroup.create("one")
                                        .addOption("A", "a")
                                        .addOption("B", "b")
                                        .build()),
                        Label.of(
                                "Some",
                                CheckboxGroup.create("some")
                                        .addOption("X", "x", "the first")
                                        .addOption("Y", "y")
                                        .addOption("Z", "z")
                                        .setRequiredRange(1, 2)
                                        .build()),
                        Label.of("Sure?", Checkbox.of("sure")),
                        Label.of(
                                "Whom",
                                EntitySelectMenu.create("whom", SelectTarget.USER, SelectTarget.ROLE)
                                        .setRequiredRange(0, 2)
                                        .setRequired(false)
                                        .build()))
                .build();
    }

    private static Modal files() {
        return Modal.create("files", "Files")
                .addComponents(Label.of(
                        "Files",
                        AttachmentUpload.create("files").setRequiredRange(1, 2).build()))
                .build();
    }

    private Seen open(String button) {
        return discord.as(MIA).click(discord.world().channel(GENERAL).messages().getLast(), button);
    }

    private ModalMapping value(ModalInteractionEvent event, String id) {
        return Objects.requireNonNull(event.getValue(id));
    }

    private ModalInteractionEvent next() throws InterruptedException {
        return Objects.requireNonNull(sent.poll(10, TimeUnit.SECONDS));
    }

    private static Draft.Upload file(String name) {
        return new Draft.Upload(name, "text/plain", name.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void carriesWhatWasTickedAndChosen() throws InterruptedException {
        Seen.Modal form = (Seen.Modal) open("choices");
        String staff =
                Long.toString(discord.world().guild(COMMUNITY).role("Staff").id());
        Map<String, Object> values =
                Map.of("one", "b", "some", List.of("x", "z"), "sure", true, "whom", List.of(Long.toString(SAM), staff));
        assertThat(discord.as(MIA).submit(form, values)).isInstanceOf(Seen.Reply.class);
        ModalInteractionEvent event = next();
        assertThat(value(event, "one").getAsString()).isEqualTo("b");
        assertThat(value(event, "some").getAsStringList()).containsExactly("x", "z");
        assertThat(value(event, "sure").getAsBoolean()).isTrue();
        assertThat(value(event, "whom").getAsMentions().getMembers()).hasSize(1);
        assertThat(value(event, "whom").getAsMentions().getRoles()).hasSize(1);
    }

    @Test
    void leavesOutWhatNeedNotBeAnswered() throws InterruptedException {
        Seen.Modal form = (Seen.Modal) open("choices");
        assertThat(discord.as(MIA).submit(form, Map.of("one", "a", "some", List.of("y"))))
                .isInstanceOf(Seen.Reply.class);
        ModalInteractionEvent event = next();
        assertThat(value(event, "sure").getAsBoolean()).isFalse();
        assertThat(value(event, "whom").getAsStringList()).isEmpty();
    }

    @Test
    void refusesWhatDiscordsOwnFormWouldNotSend() {
        Seen.Modal form = (Seen.Modal) open("choices");
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("some", List.of("x")),
                Map.of("one", List.of("a", "b"), "some", List.of("x")),
                Map.of("one", "c", "some", List.of("x")),
                Map.of("one", "a", "some", List.of("x", "y", "z")))) {
            assertThatExceptionOfType(DiscordException.class)
                    .isThrownBy(() -> discord.as(MIA).submit(form, wrong))
                    .withMessageContaining("50035");
        }
        assertThat(sent).isEmpty();
    }

    @Test
    void uploadsAsManyFilesAsAskedFor() throws Exception {
        Seen.Modal form = (Seen.Modal) open("files");
        discord.as(MIA).submit(form, Map.of(), Map.of("files", List.of(file("a.txt"), file("b.txt"))));
        List<Message.Attachment> files = value(next(), "files").getAsAttachmentList();
        assertThat(files).extracting(Message.Attachment::getFileName).containsExactly("a.txt", "b.txt");
        try (var content = files.getLast().getProxy().download().get(10, TimeUnit.SECONDS)) {
            assertThat(content.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("b.txt");
        }
        for (List<Draft.Upload> wrong : List.of(List.<Draft.Upload>of(), List.of(file("a"), file("b"), file("c")))) {
            assertThatExceptionOfType(DiscordException.class)
                    .isThrownBy(() -> discord.as(MIA).submit(form, Map.of(), Map.of("files", wrong)))
                    .withMessageContaining("50035");
        }
    }

    @Test
    void stillTakesTextInputsInRows() throws InterruptedException {
        Seen.Modal form = (Seen.Modal) open("legacy");
        RawGateway raw =
                new RawGateway(discord, "?v=10").send(RawGateway.identify(DiscordSettings.BOT_TOKEN, "\"intents\":1"));
        raw.next(0, "READY");
        assertThatExceptionOfType(DiscordException.class)
                .isThrownBy(() -> discord.as(MIA).submit(form, Map.of("old", "too long")));
        discord.as(MIA).submit(form, Map.of("old", "short"));
        JsonNode row = raw.next(0, "INTERACTION_CREATE").at("/data/components/0");
        assertThat(row.path("type").asInt()).isEqualTo(1);
        assertThat(row.at("/components/0/custom_id").asString()).isEqualTo("old");
        assertThat(row.at("/components/0/value").asString()).isEqualTo("short");
    }

    @Test
    void aFormWithoutQuestionsIsRefused() {
        Seen.Reply told = (Seen.Reply) open("empty");
        assertThat(told.message().content()).isEqualTo("BASE_TYPE_BAD_LENGTH");
    }
}
