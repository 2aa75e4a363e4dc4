package dev.trapline.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A page with a list of what went wrong in it and of every address that it loaded. */
final class WatchedPage {
    private final Page page;
    private final List<String> errors = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();

    WatchedPage(Page page) {
        this.page = page;
        page.onConsoleMessage(message -> {
            messages.add(message.type() + ": " + message.text());
            if (message.type().equals("error") || message.type().equals("warning")) {
                errors.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> {
            messages.add("exception: " + error);
            errors.add("exception: " + error);
        });
        page.onRequest(request -> requests.add(request.url()));
    }

    WatchedPage open(String address) {
        page.navigate(address);
        return this;
    }

    WatchedPage open(Path file) {
        return open(file.toUri().toString());
    }

    Page page() {
        return page;
    }

    /** Errors and warnings on the console, and exceptions that nobody caught, in the order they came. */
    List<String> errors() {
        return List.copyOf(errors);
    }

    /** The same, and whatever else was said on the console. */
    List<String> messages() {
        return List.copyOf(messages);
    }

    /** Addresses asked for, the page's own first; data: addresses are asked of nobody and do not count. */
    List<String> requests() {
        return List.copyOf(requests);
    }
}
