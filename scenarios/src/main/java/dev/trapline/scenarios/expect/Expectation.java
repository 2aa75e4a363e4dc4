package dev.trapline.scenarios.expect;

import dev.trapline.result.Results;
import dev.trapline.scenarios.published.PublishedCell;
import dev.trapline.scenarios.published.Use;
import dev.trapline.scenarios.text.Amount;
import dev.trapline.scenarios.text.Place;
import java.util.Optional;

/**
 * One thing that results should show.
 *
 * @param text as written, without what is said about it
 * @param wanted the figure, bound, order or shape, in words
 * @param value the expected figure, of those that name one
 * @param cell the published figure that it stands for, if it does
 */
record Expectation(
        Place place,
        String text,
        Use use,
        String source,
        String note,
        String knownMiss,
        String wanted,
        Optional<Amount> value,
        Optional<PublishedCell> cell,
        Subject subject,
        Expected expected) {

    Results.Expectation outcome(Results results) {
        Expected.Finding finding = expected.compare(subject, results);
        return new Results.Expectation(text, place.toString(), finding.met(), finding.found());
    }

    Judgement judgement(Results results) {
        return new Judgement(
                use, source, note, knownMiss, subject.metric(), subject.at(), subject.relativeTo(), wanted, value, cell,
                expected.figures(subject, results), outcome(results));
    }
}
