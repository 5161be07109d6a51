package dev.homelab.dashboard.web.tickets;

import dev.homelab.dashboard.web.BotAway;
import java.util.Optional;
import org.springframework.http.ProblemDetail;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an admin wants of a ticket type; the discord-bot says what of it cannot be. */
interface TypeChange {

    void make();

    /**
     * Makes a change, and has the next page say that it was made or why not.
     *
     * @return whether it was made
     */
    static boolean tell(RedirectAttributes flash, TypeChange change) {
        try {
            change.make();
            flash.addFlashAttribute("saved", true);
            return true;
        } catch (IllegalArgumentException e) {
            flash.addFlashAttribute("problem", e.getMessage());
        } catch (HttpClientErrorException e) {
            flash.addFlashAttribute(
                    "problem",
                    Optional.ofNullable(e.getResponseBodyAs(ProblemDetail.class))
                            .map(ProblemDetail::getDetail)
                            .orElse(e.getStatusText()));
        } catch (RestClientException e) {
            throw new BotAway("discord-bot", e);
        }
        return false;
    }
}
