package dev.trapline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.result.Results;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CsvFilesTest {
    @Test
    void metricsInLongFormat() {
        Results.Metric words = new Results.Metric(
                "xen", "", 0, "", "", "limited-by", "", 0, 0, 0, false, 0.95, 5, "domain 0, \"netback\"\nand more");
        Results.Metric greatest = new Results.Metric(
                "xen", "a", 0, "load", "page", "latency.max", "ms", 1e10, 1e10, 1e10, false, 0.95, 5, "");
        Results results =
                SmallResults.withMetrics(List.of(SmallResults.metric("throughput", 1234.5, 0.5), words, greatest));
        assertThat(lines(Bytes.of(stream -> CsvFiles.writeMetrics(results, stream))))
                .isEqualTo("""
                    platform,variant,point,guest,request,metric,unit,mean,low,high,confidence,replications,text,\
                    guests.load.workload,guests.load.count
                    xen,,0,load,,throughput,/s,1234.5,1234.0,1235.0,0.95,5,,web-dynamic,16
                    xen,,0,,,limited-by,,,,,,5,"domain 0, ""netback""
                    and more",web-dynamic,16
                    xen,a,0,load,page,latency.max,ms,1.0E10,,,,5,,web-dynamic,16
                    """);
    }

    @Test
    void ledgerWithTheAgreedColumnsFirst() {
        assertThat(lines(Bytes.of(stream -> CsvFiles.writeLedger(SmallResults.oneOfEach(), stream))))
                .isEqualTo("""
                    platform,variant,point,guest,request,ledger,place,mechanism,kind,occupier,value,unit,low,high,\
                    count,guests.load.workload,guests.load.count
                    xen,,0,load,page,latency,domain-0,"netback, ""copy\""",waiting,hypervisor/hypercall,0.25,\
                    ms per request,0.24,0.26,6.0,web-dynamic,16
                    """);
    }

    private static String lines(byte[] csv) {
        return new String(csv, StandardCharsets.UTF_8);
    }
}
