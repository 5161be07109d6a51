package dev.homelab.local.demo;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/** Looks for what WCAG 2.2 AA forbids, as far as axe can tell, by day and by night. */
record Accessibility(Page page, Steps steps) {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    /**
     * Looks at each of those pages.
     *
     * @throws JourneyFailed with a line for all that is wrong
     */
    void of(List<String> addresses) {
        List<String> faults = faults(addresses);
        if (!faults.isEmpty()) {
            throw new JourneyFailed("Not everybody can read it: " + String.join("; ", faults));
        }
        steps.done("axe finds nothing on %d pages, by day and by night".formatted(addresses.size()));
    }

    private List<String> faults(List<String> addresses) {
        List<String> faults = new ArrayList<>();
        for (String address : addresses) {
            for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
                Response answer = page.navigate(address);
                if (answer == null || !answer.ok() || !page.url().equals(address)) {
                    faults.add(address + " leads to " + page.url());
                }
                new AxeBuilder(page)
                        .withTags(WCAG).analyze().getViolations().stream()
                                .map(rule -> address + " (" + colours + "): " + told(rule))
                                .forEach(faults::add);
            }
        }
        return faults;
    }

    private static String told(Rule rule) {
        return rule.getId() + " at "
                + rule.getNodes().stream()
                        .map(node -> String.valueOf(node.getTarget()))
                        .toList();
    }
}
