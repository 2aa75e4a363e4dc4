package dev.trapline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The strict reader of timelines reads a good one and finds each thing that may be wrong. */
final class TraceEventsTest {
    private static final List<String> GOOD = List.of(
            "{'ph':'M','pid':1,'tid':0,'name':'process_name','args':{'name':'cores'}}",
            "{'ph':'M','pid':1,'tid':2,'name':'thread_name','args':{'name':'core 0'}}",
            "{'ph':'M','pid':1,'tid':3,'name':'thread_name','args':{'name':'core 1'}}",
            "{'ph':'B','pid':1,'tid':2,'ts':1.000,'name':'outer','cat':'c'}",
            "{'ph':'B','pid':1,'tid':2,'ts':2.000,'name':'inner','cat':'c'}",
            "{'ph':'s','pid':1,'tid':2,'ts':2.500,'name':'load','cat':'request','id':1}",
            "{'ph':'E','pid':1,'tid':2,'ts':3.000}",
            "{'ph':'E','pid':1,'tid':2,'ts':4.000}",
            "{'ph':'B','pid':1,'tid':3,'ts':5.000,'name':'other','cat':'c'}",
            "{'ph':'f','bp':'e','pid':1,'tid':3,'ts':5.000,'name':'load','cat':'request','id':1}",
            "{'ph':'E','pid':1,'tid':3,'ts':6.000}",
            "{'ph':'C','pid':1,'tid':2,'ts':6.000,'name':'queue','args':{'waiting':3}}",
            "{'ph':'b','pid':1,'tid':2,'ts':1.000,'name':'client 0','cat':'span','id':7,'args':{}}",
            "{'ph':'e','pid':1,'tid':2,'ts':6.000,'name':'client 0','cat':'span','id':7}");

    @TempDir
    private Path folder;

    private Path file(List<String> events) throws IOException {
        String text = "{\"displayTimeUnit\":\"ns\",\"traceEvents\":[" + String.join(",", events).replace('\'', '"') + "]}";
        return Files.writeString(folder.resolve("trace.json"), text);
    }

    @Test
    void aGoodOneIsRead() throws IOException {
        TraceEvents events = TraceEvents.of(file(GOOD));
        assertThat(events.arrows()).containsExactly("core 0 > core 1");
        assertThat(events.slicesOn("core 0")).containsExactly("inner", "outer");
        assertThat(events.spans()).containsExactly("client 0");
        assertThat(events.counters()).containsExactly("queue");
        assertThat(events.last()).isEqualTo(6);
    }

    /** Without any one event but counters and names of tracks that nothing is on, something lacks its other half. */
    @Test
    void halvesAreMissed() throws IOException {
        for (int i = 0; i < GOOD.size(); i++) {
            if (!GOOD.get(i).contains("'ph':'C'")) {
                List<String> fewer = new ArrayList<>(GOOD);
                fewer.remove(i);
                Path broken = file(fewer);
                assertThatThrownBy(() -> TraceEvents.of(broken)).as(GOOD.get(i)).isInstanceOf(AssertionError.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'ts':6.000}|'ts':4.500}|time goes back",
                "'waiting':3|'waiting':-3|to be",
                "'ph':'C'|'ph':'Z'|unknown phase",
                "'ts':5.000,'name':'load'|'ts':2.400,'name':'load'|an arrow ends",
                "'ts':6.000,'name':'client 0'|'ts':0.500,'name':'client 0'|a span ends before it began",
                "'ts':2.500|'ts':'2.500'|"
            })
    void whatIsWrongIsFound(String good, String bad, String said) throws IOException {
        List<String> events = GOOD.stream().map(event -> event.replace(good, bad)).toList();
        assertThat(events).isNotEqualTo(GOOD);
        Path broken = file(events);
        assertThatThrownBy(() -> TraceEvents.of(broken))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(said == null ? "" : said);
    }
}
