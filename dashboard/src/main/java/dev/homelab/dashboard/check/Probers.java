package dev.homelab.dashboard.check;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds who can ask a target; of a job that reports by itself, what it has reported is looked at. */
@Component
class Probers {

    private final Map<Class<?>, Prober<?>> byKind;
    private final Pushes pushes;

    Probers(List<Prober<?>> probers, Pushes pushes) {
        this.pushes = pushes;
        this.byKind = probers.stream().collect(Collectors.toUnmodifiableMap(Prober::kind, Function.identity()));
    }

    /** Never throws: a failure is a finding. */
    Finding ask(Definition definition) {
        try {
            if (definition.target() instanceof Target.Push push) {
                return pushes.judge(definition.id(), push);
            }
            Prober<?> prober = byKind.get(definition.target().getClass());
            return prober == null ? Finding.unknown("failed.nobody-asks") : ask(prober, definition);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.down(Reason.TOO_SLOW);
        } catch (InvalidCheck e) {
            return new Finding(Health.UNKNOWN, e.said());
        } catch (Exception e) {
            return new Finding(Health.DOWN, Reason.of(e));
        }
    }

    private static <T extends Target> Finding ask(Prober<T> prober, Definition definition) throws Exception {
        return prober.ask(
                prober.kind().cast(definition.target()), definition.pace().timeout());
    }
}
