package dev.homelab.local.discord;

import static dev.homelab.local.discord.world.Worlds.COMMUNITY;
import static dev.homelab.local.discord.world.Worlds.GENERAL;
import static dev.homelab.local.discord.world.Worlds.MIA;
import static dev.homelab.local.discord.world.Worlds.NOAH;
import static dev.homelab.local.discord.world.Worlds.SAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.homelab.local.discord.people.Seen;
import dev.homelab.local.discord.world.DiscordException;
import dev.homelab.local.discord.world.Message;
import java.util.Objects;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.selections.EntitySelectMenu;
import net.dv8tion.jda.api.components.selections.EntitySelectMenu.SelectTarget;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.interaction.component.EntitySelectInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MenuTest {

    private DiscordSimulator discord;
    private JDA jda;
    private TextChannel general;

    @BeforeEach
    void start() throws InterruptedException {
        discord = DiscordSimulator.start();
        jda = Bot.login(discord, new ListenerAdapter() {
            @Override
            public void onEntitySelectInteraction(EntitySelectInteractionEvent event) {
                String chosen = event.getValues().stream()
                        .map(each ->
                                each.getClass().getSimpleName().replaceAll("(Impl|Mixin)$", "") + " " + each.getId())
                        .collect(Collectors.joining(", "));
                event.reply(chosen).setEphemeral(true).queue();
            }
        });
        general = Objects.requireNonNull(guild().getTextChannelById(GENERAL));
    }

    @AfterEach
    void stop() throws InterruptedException {
        Bot.logout(jda);
        discord.close();
    }

    private Guild guild() {
        return Objects.requireNonNull(jda.getGuildById(COMMUNITY));
    }

    private Message post(EntitySelectMenu menu) {
        general.sendMessage("menu").setComponents(ActionRow.of(menu)).complete();
        return discord.world().channel(GENERAL).messages().getLast();
    }

    private String choose(Message message, long... ids) {
        String[] values = java.util.Arrays.stream(ids).mapToObj(Long::toString).toArray(String[]::new);
        return ((Seen.Reply) discord.as(MIA).select(message, "menu", values))
                .message()
                .content();
    }

    @Test
    void peopleCanBeChosen() {
        Message menu = post(EntitySelectMenu.create("menu", SelectTarget.USER)
                .setRequiredRange(1, 2)
                .build());
        assertThat(choose(menu, SAM, NOAH)).isEqualTo("Member " + SAM + ", Member " + NOAH);
    }

    @Test
    void rolesCanBeChosen() {
        Message menu = post(EntitySelectMenu.create("menu", SelectTarget.ROLE).build());
        long staff = discord.world().guild(COMMUNITY).role("Staff").id();
        assertThat(choose(menu, staff)).isEqualTo("Role " + staff);
    }

    @Test
    void peopleAndRolesCanBeChosenTogether() {
        Message menu = post(EntitySelectMenu.create("menu", SelectTarget.ROLE, SelectTarget.USER)
                .setRequiredRange(2, 2)
                .build());
        long staff = discord.world().guild(COMMUNITY).role("Staff").id();
        assertThat(choose(menu, staff, SAM)).contains("Role " + staff).contains("Member " + SAM);
        assertThatExceptionOfType(DiscordException.class).isThrownBy(() -> choose(menu, staff));
    }

    @Test
    void channelsOfTheKindsThatAreOfferedCanBeChosen() {
        long category = guild().createCategory("Area").complete().getIdLong();
        Message menu = post(EntitySelectMenu.create("menu", SelectTarget.CHANNEL)
                .setChannelTypes(ChannelType.CATEGORY)
                .build());
        assertThat(choose(menu, category)).isEqualTo("Category " + category);
        assertThatExceptionOfType(DiscordException.class)
                .isThrownBy(() -> choose(menu, GENERAL))
                .withMessageContaining("50035");
    }
}
