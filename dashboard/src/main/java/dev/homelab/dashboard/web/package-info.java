/** What all pages share: words, times and the frame; each page is a package below. */
@NullMarked
package dev.homelab.dashboard.web;

import org.jspecify.annotations.NullMarked;
