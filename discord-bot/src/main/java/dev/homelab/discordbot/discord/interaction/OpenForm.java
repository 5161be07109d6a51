package dev.homelab.discordbot.discord.interaction;

import dev.homelab.discordbot.guild.Question;
import java.util.List;
import net.dv8tion.jda.api.components.attachmentupload.AttachmentUpload;
import net.dv8tion.jda.api.components.checkbox.Checkbox;
import net.dv8tion.jda.api.components.checkboxgroup.CheckboxGroup;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.label.LabelChildComponent;
import net.dv8tion.jda.api.components.radiogroup.RadioGroup;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.modals.Modal;

/** The form that a member fills in: the type's questions, in Discord's components. */
final class OpenForm {

    private static final int MOST_FILES = 10;

    private OpenForm() {}

    static Modal of(String id, String title, List<Question> questions) {
        return Modal.create(id, title)
                .addComponents(questions.stream().map(OpenForm::label).toList())
                .build();
    }

    private static Label label(Question question) {
        LabelChildComponent field = field(question);
        return question.hint().isEmpty()
                ? Label.of(question.label(), field)
                : Label.of(question.label(), question.hint(), field);
    }

    private static LabelChildComponent field(Question question) {
        return switch (question.kind()) {
            case SHORT_TEXT -> text(question, TextInputStyle.SHORT);
            case LONG_TEXT -> text(question, TextInputStyle.PARAGRAPH);
            case MENU -> menu(question);
            case RADIO -> radio(question);
            case CHECKBOXES -> checkboxes(question);
            case CHECKBOX -> Checkbox.of(question.key());
            case FILES ->
                AttachmentUpload.create(question.key())
                        .setRequiredRange(question.required() ? 1 : 0, MOST_FILES)
                        .build();
        };
    }

    private static TextInput text(Question question, TextInputStyle style) {
        return TextInput.create(question.key(), style)
                .setRequired(question.required())
                .setMaxLength(question.longest())
                .build();
    }

    /** An option's value is its place, since labels may be longer than values. */
    private static StringSelectMenu menu(Question question) {
        StringSelectMenu.Builder menu = StringSelectMenu.create(question.key()).setRequired(question.required());
        for (int i = 0; i < question.options().size(); i++) {
            menu.addOption(question.options().get(i).label(), Integer.toString(i));
        }
        return menu.build();
    }

    private static RadioGroup radio(Question question) {
        RadioGroup.Builder group = RadioGroup.create(question.key()).setRequired(question.required());
        for (int i = 0; i < question.options().size(); i++) {
            group.addOption(question.options().get(i).label(), Integer.toString(i));
        }
        return group.build();
    }

    private static CheckboxGroup checkboxes(Question question) {
        CheckboxGroup.Builder group = CheckboxGroup.create(question.key()).setRequired(question.required());
        for (int i = 0; i < question.options().size(); i++) {
            group.addOption(question.options().get(i).label(), Integer.toString(i));
        }
        return group.build();
    }
}
