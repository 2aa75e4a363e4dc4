package dev.trapline.scenarios.yaml;

import dev.trapline.scenarios.text.Place;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.text.Wording;
import dev.trapline.scenarios.yaml.LocatedNode.Entry;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Scalar;
import dev.trapline.scenarios.yaml.LocatedNode.ScalarKind;
import dev.trapline.scenarios.yaml.LocatedNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLAnchorReplayingFactory;

/** Builds a located tree from YAML; whatever the bytes are, the outcome is a tree or problems, soon. */
public final class YamlReader {
    /** Longer files are refused unread. */
    public static final int MOST_BYTES = 1 << 20;

    private static final int DEEPEST = 64;
    private static final int MOST_PIECES = 100_000;
    private static final TokenStreamFactory FACTORY = YAMLAnchorReplayingFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxDocumentLength(MOST_BYTES)
                    .build())
            .build();

    private final String file;
    private final String text;
    private final Problems problems;
    private int pieces;

    private YamlReader(String file, String text, Problems problems) {
        this.file = file;
        this.text = text;
        this.problems = problems;
    }

    /** The one document of a file; empty after a problem was added. Duplicate keys add problems and keep the first. */
    public static Optional<LocatedNode> read(String file, byte[] bytes, Problems problems) {
        if (bytes.length > MOST_BYTES) {
            problems.add(Place.of(file), "", "must be at most 1 MiB, got " + bytes.length + " bytes");
            return Optional.empty();
        }
        Optional<String> text = SourceText.decode(file, bytes, problems);
        return text.flatMap(known -> new YamlReader(file, known, problems).document());
    }

    private Optional<LocatedNode> document() {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                problems.add(Place.of(file), "", "is empty");
                return Optional.empty();
            }
            LocatedNode root = node(parser);
            if (parser.nextToken() != null) {
                problems.add(place(parser.currentTokenLocation()), "", "a second document starts; one is the most");
                return Optional.empty();
            }
            return Optional.of(root);
        } catch (TooLarge refused) {
            problems.add(refused.place, "", "must hold at most 100,000 keys and values");
            return Optional.empty();
        } catch (JacksonException refused) {
            problems.add(YamlComplaint.place(file, text, refused), "", YamlComplaint.text(text, refused));
            return Optional.empty();
        }
    }

    /** The node that starts at the current token; nesting is bounded by the parser. */
    private LocatedNode node(JsonParser parser) {
        Place place = place(parser.currentTokenLocation());
        count(place);
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> mapping(parser, place);
            case START_ARRAY -> sequence(parser, place);
            case VALUE_NUMBER_INT -> new Scalar(place, ScalarKind.INTEGER, parser.getString());
            case VALUE_NUMBER_FLOAT -> new Scalar(place, ScalarKind.DECIMAL, parser.getString());
            case VALUE_TRUE, VALUE_FALSE -> new Scalar(place, ScalarKind.FLAG, parser.getString());
            case VALUE_NULL -> new Scalar(place, ScalarKind.NONE, "");
            case VALUE_STRING -> Scalar.text(place, parser.getString());
            default -> throw new IllegalStateException(place + ": unexpected token " + token);
        };
    }

    private LocatedNode sequence(JsonParser parser, Place place) {
        List<LocatedNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser));
        }
        return new Sequence(place, items);
    }

    private LocatedNode mapping(JsonParser parser, Place place) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Place keyPlace = place(parser.currentTokenLocation());
            count(keyPlace);
            parser.nextToken();
            Entry entry = new Entry(keyPlace, node(parser));
            Entry first = entries.putIfAbsent(key, entry);
            if (first != null) {
                problems.add(keyPlace, "", "duplicate key " + Wording.quoted(key) + ", first at " + first.place());
            }
        }
        return new Mapping(place, entries);
    }

    private void count(Place place) {
        if (++pieces > MOST_PIECES) {
            throw new TooLarge(place);
        }
    }

    /** Ends the reading of a file that would take long to check. */
    private static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Place place;

        TooLarge(Place place) {
            super(null, null, false, false);
            this.place = place;
        }
    }

    private Place place(TokenStreamLocation location) {
        return new Place(file, location.getLineNr(), location.getColumnNr());
    }
}
