package dev.homelab.local.spring;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;

class ServersCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        WithServers wanted = AnnotatedElementUtils.findMergedAnnotation(testClass, WithServers.class);
        return wanted == null ? null : new ServersCustomizer(testClass.getName(), Set.of(wanted.value()));
    }
}
