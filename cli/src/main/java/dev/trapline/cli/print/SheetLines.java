package dev.trapline.cli.print;

import dev.trapline.scenarios.catalogue.CatalogueKind;
import dev.trapline.scenarios.catalogue.Sheet;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.YamlWriter;
import dev.trapline.spec.SourceSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An entry of the catalogue for people: settings, each number with range, basis and source, limits, and the sources cited. */
public final class SheetLines {
    /** How a platform is put together, in many lines. */
    private static final String[] INNER = {"executors", "events", "paths"};

    private final List<String> lines = new ArrayList<>();

    private SheetLines() {}

    public static List<String> of(Sheet sheet, boolean coloured) {
        Ink ink = new Ink(coloured);
        SheetLines writer = new SheetLines();
        writer.lines.addAll(Paragraph.wrapped(ink.strong(sheet.name()) + "  ", "    ", sheet.title()));
        writer.alias(sheet);
        writer.yaml(sheet.settings().without(INNER));
        writer.numbers(sheet, ink);
        writer.limits(sheet, ink);
        writer.inner(sheet);
        writer.sources(sheet, ink);
        return ink.finished(writer.lines);
    }

    private void alias(Sheet sheet) {
        if (sheet.aliasOf().equals(sheet.name())) {
            lines.addAll(Paragraph.wrapped(
                    "", "  ", "It states fewer than five costs or rules with a source, and has no verdict."));
        } else if (!sheet.aliasOf().isEmpty()) {
            lines.addAll(Paragraph.wrapped("", "  ", "An alias of " + sheet.aliasOf()
                    + ": it states fewer than five costs or rules of its own with a source, and has no verdict of its own; see "
                    + sheet.aliasOf() + "."));
        }
    }

    private void yaml(Mapping settings) {
        if (!settings.entries().isEmpty()) {
            lines.add("");
            YamlWriter.write(settings).lines().forEach(line -> lines.addAll(Paragraph.folded(line)));
        }
    }

    private void inner(Sheet sheet) {
        Mapping inner = Mapping.empty(sheet.settings().place());
        for (String key : INNER) {
            if (sheet.settings().has(key)) {
                inner = inner.with(key, sheet.settings().find(key).get());
            }
        }
        yaml(inner);
    }

    private void numbers(Sheet sheet, Ink ink) {
        Map<String, List<Sheet.Item>> groups = new LinkedHashMap<>();
        sheet.numbers().forEach(item -> groups.computeIfAbsent(item.group(), group -> new ArrayList<>()).add(item));
        groups.forEach((group, items) -> {
            List<List<String>> rows = ItemLines.rows("  ", items.stream().map(Sheet.Item::name).toList(), items.stream()
                    .map(item -> List.of(
                            item.value(), item.range(), item.basis(), item.source(),
                            item.fittedTo().isEmpty() ? "" : "fitted to " + item.fittedTo()))
                    .toList());
            lines.add("");
            lines.add(ink.strong(heading(sheet.kind(), group)) + " (value, range, basis, source)");
            for (int i = 0; i < items.size(); i++) {
                lines.addAll(rows.get(i));
                note(items.get(i).note());
            }
        });
    }

    private static String heading(CatalogueKind kind, String group) {
        return group.isEmpty() ? kind.key() : group;
    }

    private void note(String note) {
        if (!note.isEmpty()) {
            lines.addAll(Paragraph.wrapped("      ", "      ", note));
        }
    }

    private void limits(Sheet sheet, Ink ink) {
        if (sheet.limits().isEmpty()) {
            return;
        }
        TextTable table = TextTable.of("wwww");
        sheet.limits().forEach(limit -> table.add(List.of(
                "  " + limit.rule(), limit.atMost().isEmpty() ? "" : "at most " + limit.atMost(), limit.source(), "")));
        lines.add("");
        lines.add(ink.strong("limits"));
        List<List<String>> rows = table.fittedRows();
        for (int i = 0; i < rows.size(); i++) {
            lines.addAll(rows.get(i));
            note(sheet.limits().get(i).text());
        }
    }

    private void sources(Sheet sheet, Ink ink) {
        if (sheet.sources().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(ink.strong("sources"));
        for (SourceSpec source : sheet.sources()) {
            lines.addAll(Paragraph.wrapped("  ", "      ", source.id() + ": " + source.citation()
                    + (source.address().isEmpty() ? "" : ", " + source.address())
                    + (source.read().isEmpty() ? "" : ", read " + source.read())));
        }
    }
}
