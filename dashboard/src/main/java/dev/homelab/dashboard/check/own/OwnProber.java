package dev.homelab.dashboard.check.own;

import dev.homelab.dashboard.check.Finding;
import dev.homelab.dashboard.check.Prober;
import dev.homelab.dashboard.check.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

@Component
class OwnProber implements Prober<Target.Own> {

    private final Map<Target.Own.Part, OwnPart> parts;

    OwnProber(List<OwnPart> parts) {
        this.parts = parts.stream().collect(Collectors.toUnmodifiableMap(OwnPart::part, Function.identity()));
    }

    @Override
    public Class<Target.Own> kind() {
        return Target.Own.class;
    }

    @Override
    public Finding ask(Target.Own target, Duration atMost) throws Exception {
        return Objects.requireNonNull(parts.get(target.part()), target.part().name())
                .ask(target.which(), atMost);
    }
}
