package dev.trapline.reports;

import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.List;

/** What the sample says about each platform at 16 guests. */
final class SampleVerdicts {
    private static final int DRAWS = 20;
    private static final int GUESTS = 16;
    private static final List<String> SENTENCES = List.of(
            "%s carries %s of native's batch load at 16 guests (in %d of 20 draws).",
            "%s carries %s of native's web load at 16 guests (in %d of 20 draws) and stops scaling at %s; of the time"
                + " it adds to a request, 54 %% is spent on world switches, 21 %% on emulation in the host process and"
                + " 9 %% on system calls of the host.",
            "%s carries %s of native's disk operations at 16 guests (in %d of 20 draws).");

    private SampleVerdicts() {}

    static List<Results.Verdict> verdicts() {
        List<Results.Verdict> verdicts = new ArrayList<>();
        for (int workload = 0; workload < SamplePlatform.WORKLOADS.size(); workload++) {
            for (int i = 1; i < SamplePlatform.ALL.size() - 1; i++) {
                SamplePlatform last =
                        i == SamplePlatform.ALL.size() - 2 ? SamplePlatform.ALL.get(i + 1) : SamplePlatform.ALL.get(i);
                if (!(workload == 2 && last.label().equals("esx-3.5"))) {
                    verdicts.add(verdict(SamplePlatform.ALL.get(i), last, workload));
                }
            }
        }
        return verdicts;
    }

    private static Results.Verdict verdict(SamplePlatform slower, SamplePlatform faster, int workload) {
        double low = ratio(slower, workload) * 0.993;
        double high = ratio(faster, workload) * 1.007;
        boolean decided = workload > 0;
        int held = decided ? DRAWS - (slower.kind().equals("hosted") ? 0 : 2) : 12;
        String stops = slower.kind().equals("hosted") ? "4" : "16";
        String range = String.format(java.util.Locale.ROOT, "%.2f to %.2f", low, high);
        String sentence =
                String.format(java.util.Locale.ROOT, SENTENCES.get(workload), slower.title(), range, held, stops);
        String workloadName = SamplePlatform.WORKLOADS.get(workload);
        return new Results.Verdict(
                slower.label(),
                workloadName,
                "16 guests",
                workload * 5 + 4,
                "load",
                "throughput",
                "native",
                low,
                high,
                decided ? "worse" : "not decided by known costs",
                workload == 1 ? stops : "",
                held,
                DRAWS,
                sentence,
                shares(slower));
    }

    private static List<Results.MechanismShare> shares(SamplePlatform platform) {
        double total = platform.extras().stream()
                .mapToDouble(SamplePlatform.Extra::milliseconds)
                .sum();
        return platform.extras().stream()
                .limit(3)
                .map(it -> new Results.MechanismShare(
                        it.place(), it.mechanism(), "service", "", it.milliseconds() / total, it.milliseconds()))
                .toList();
    }

    private static double ratio(SamplePlatform platform, int workload) {
        return platform.throughput(workload, GUESTS) / SamplePlatform.ALL.get(0).throughput(workload, GUESTS);
    }

    static List<Results.Survival> survivals() {
        List<Results.Survival> survivals = new ArrayList<>();
        for (int workload = 0; workload < SamplePlatform.WORKLOADS.size(); workload++) {
            for (SamplePlatform platform : SamplePlatform.ALL.subList(1, SamplePlatform.ALL.size())) {
                double ratio = ratio(platform, workload);
                survivals.add(new Results.Survival(
                        platform.label(),
                        platform.variant(),
                        workload * 5 + 4,
                        "load",
                        "throughput",
                        workload == 0 ? 12 : 20,
                        DRAWS,
                        ratio * 0.85,
                        ratio,
                        ratio * 1.12));
            }
        }
        return survivals;
    }
}
