package dev.homelab.local.spring;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;

class ServersCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        MergedAnnotation<WithServers> wanted =
                MergedAnnotations.from(testClass, SearchStrategy.SUPERCLASS).get(WithServers.class);
        return wanted.isPresent()
                ? new ServersCustomizer(
                        String.valueOf(wanted.getSource()),
                        Set.of(wanted.synthesize().value()))
                : null;
    }
}
