package dev.homelab.dashboard.check;

import dev.homelab.dashboard.bots.BotProbe;

/** Whether a bot is there and ready. */
class BotCheck implements Check {

    private static final int OK = 200;

    private final Part part;
    private final BotProbe bot;

    BotCheck(Part part, BotProbe bot) {
        this.part = part;
        this.bot = bot;
    }

    @Override
    public Part part() {
        return part;
    }

    @Override
    public Finding run() {
        try {
            int status = bot.readiness();
            return status == OK
                    ? Finding.up(part, "Ready.")
                    : Finding.down(part, "Runs, but is not ready (status " + status + ").");
        } catch (RuntimeException e) {
            return Finding.down(part, "Does not answer: " + Reason.of(e));
        }
    }
}
