package dev.homelab.dashboard.access;

import java.util.List;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** Others who say who somebody is, as far as they are configured. */
public interface Providers {

    /** The session's attribute with the id of an account that nobody here has, for the sign-in page. */
    String UNKNOWN = "unknown-account";

    /**
     * One of them.
     *
     * @param id in paths
     */
    record Provider(String id, String title) {}

    List<Provider> offered();

    /** Lets people in whom one of them knows and who are known here. */
    void applyTo(HttpSecurity http);
}
