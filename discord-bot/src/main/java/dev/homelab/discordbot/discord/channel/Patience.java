package dev.homelab.discordbot.discord.channel;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.requests.RestAction;

/** For calls that somebody waits for: JDA notices that one's time is up only when its turn comes, however late that is. */
final class Patience {

    private static final long A_MOMENT_MORE = 500;

    private Patience() {}

    /** Discord did not let a call through in time. It may have been made all the same. */
    static final class TookTooLong extends RuntimeException {

        private static final long serialVersionUID = 1;

        private TookTooLong(Throwable cause) {
            super("Discord did not let it through in time", cause);
        }
    }

    /**
     * What the call gives, within the time that is set for all calls.
     *
     * @throws TookTooLong after that
     */
    static <T> T await(RestAction<T> call) {
        CompletableFuture<T> answer = call.submit();
        try {
            return answer.get(RestAction.getDefaultTimeout() + A_MOMENT_MORE, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new TookTooLong(e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new TookTooLong(e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new TookTooLong(e);
        }
    }
}
