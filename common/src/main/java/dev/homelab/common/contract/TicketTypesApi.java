package dev.homelab.common.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The ticket types of the servers, to look at and to change; version 1. Problems as in {@link TicketsApi}. */
@HttpExchange("/internal/v1/ticket-types")
public interface TicketTypesApi {

    /**
     * A server's types in their order, the retired ones too.
     *
     * @param staff only those whose staff this Discord user is; null for all
     */
    @GetExchange
    List<Type> types(@RequestParam long server, @RequestParam(required = false) @Nullable Long staff);

    /** Adds a type at the end, which asks what the default types ask. */
    @PostExchange
    Type add(@RequestParam long server, @RequestBody NewType type);

    /** Changes a type; its channels and the panels follow. */
    @PutExchange("/{id}")
    Type change(@PathVariable long id, @RequestBody Type type);

    /** What a new type needs. */
    record NewType(String name, String emoji) {

        public NewType {
            Given.text(name, "name");
            Given.text(emoji, "emoji");
        }
    }

    /**
     * One ticket type.
     *
     * @param place among the server's types, from 1
     * @param staffRoleIds who answers; empty leaves it to those who manage threads
     * @param priority of new tickets: LOW, NORMAL, HIGH or URGENT
     * @param openAtOnce of one member; 0 is no limit, as in the next two
     * @param firstResponseMinutes the target; 0 for none
     * @param staleWarnHours waiting on the member until the reminder; 0 is off
     * @param staleCloseHours from the reminder until closing; 0 is off
     * @param hours when the staff are there; null for always
     * @param questions one to five; options lead to types of the same server only
     */
    record Type(
            long id,
            String name,
            String emoji,
            int place,
            boolean retired,
            List<Long> staffRoleIds,
            String priority,
            int openAtOnce,
            int perHour,
            int cooldownMinutes,
            int firstResponseMinutes,
            int staleWarnHours,
            int staleCloseHours,
            @Nullable Hours hours,
            List<Question> questions) {

        public Type {
            Given.text(name, "name");
            Given.text(emoji, "emoji");
            Given.text(priority, "priority");
            staffRoleIds = Given.list(staffRoleIds, "staffRoleIds");
            questions = Given.list(questions, "questions");
        }

        /** The same type with other hours; null for always. */
        public Type withHours(@Nullable Hours newHours) {
            return with(newHours, questions);
        }

        /** The same type with other questions, one to five. */
        public Type withQuestions(List<Question> newQuestions) {
            return with(hours, newQuestions);
        }

        private Type with(@Nullable Hours newHours, List<Question> newQuestions) {
            return new Type(
                    id,
                    name,
                    emoji,
                    place,
                    retired,
                    staffRoleIds,
                    priority,
                    openAtOnce,
                    perHour,
                    cooldownMinutes,
                    firstResponseMinutes,
                    staleWarnHours,
                    staleCloseHours,
                    newHours,
                    newQuestions);
        }
    }

    /**
     * When the staff are there.
     *
     * @param zone as in Europe/Berlin
     * @param days MONDAY to SUNDAY, one at least
     * @param from a time of day, as in 09:00
     * @param until a time of day; at or before {@code from} it lies on the next day
     * @param outside what a member reads who opens a ticket outside of them, at most 500 characters
     */
    record Hours(String zone, List<String> days, String from, String until, String outside) {

        public Hours {
            Given.text(zone, "zone");
            days = Given.list(days, "days");
            Given.text(from, "from");
            Given.text(until, "until");
            Given.text(outside, "outside");
        }
    }

    /**
     * One question of the form.
     *
     * @param key unique in the type, 1 to 40 of a-z, 0-9 and -
     * @param kind SHORT_TEXT, LONG_TEXT, MENU, RADIO, CHECKBOXES, CHECKBOX or FILES
     * @param longest answer, 1 to 4000 characters
     * @param options of a menu, a radio group, checkboxes or a checkbox; empty otherwise
     */
    record Question(
            String key, String kind, String label, String hint, boolean required, int longest, List<Option> options) {

        public Question {
            Given.text(key, "key");
            Given.text(kind, "kind");
            Given.text(label, "label");
            Given.text(hint, "hint");
            options = Given.list(options, "options");
        }
    }

    /**
     * One option of a question.
     *
     * @param raises the priority to this; null leaves it
     * @param routesTo the id of the type that the ticket becomes; null leaves it
     */
    record Option(
            String label, @Nullable String raises, @Nullable Long routesTo) {

        public Option {
            Given.text(label, "label");
        }
    }
}
