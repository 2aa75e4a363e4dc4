package dev.trapline.reports.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.regex.Pattern;

/** Puts a page's records into its template. */
final class Templates {
    private static final String PACKAGE = "dev.trapline.reports.pages";

    /** Characters that turn the direction of what follows, or show nothing: a name could make another text out of the page's. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\u202a-\\u202e\\u2066-\\u2069\\u200e\\u200f\\u061c\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]");

    private Templates() {}

    static String render(String template, Object page) {
        StringOutput html = new StringOutput();
        TemplateEngine.createPrecompiled(null, ContentType.Html, null, PACKAGE).render(template, page, html);
        return UNSEEN.matcher(html.toString()).replaceAll("\ufffd");
    }
}
