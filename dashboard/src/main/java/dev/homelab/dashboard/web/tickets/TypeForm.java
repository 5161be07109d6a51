package dev.homelab.dashboard.web.tickets;

import dev.homelab.common.contract.TicketTypesApi;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type as the form has it; the discord-bot says what of it cannot be.
 *
 * @param retired null where its box is not ticked
 */
record TypeForm(
        String name,
        String emoji,
        int place,
        @Nullable Boolean retired,
        String staffRoleIds,
        String priority,
        int openAtOnce,
        int perHour,
        int cooldownMinutes,
        int firstResponseMinutes,
        int staleWarnHours,
        int staleCloseHours) {

    TicketTypesApi.Type changed(TicketTypesApi.Type before) {
        return new TicketTypesApi.Type(
                before.id(),
                name.strip(),
                emoji.strip(),
                place,
                Boolean.TRUE.equals(retired),
                roles(),
                priority,
                openAtOnce,
                perHour,
                cooldownMinutes,
                firstResponseMinutes,
                staleWarnHours,
                staleCloseHours,
                before.hours(),
                before.questions());
    }

    private List<Long> roles() {
        return Arrays.stream(staffRoleIds.split("[,\\s]+", -1))
                .filter(id -> !id.isEmpty())
                .map(TypeForm::role)
                .toList();
    }

    private static Long role(String id) {
        if (!id.matches("[1-9][0-9]{14,18}")) {
            throw new IllegalArgumentException("'" + id + "' is no id of a role on Discord.");
        }
        return Long.valueOf(id);
    }
}
