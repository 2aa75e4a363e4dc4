package dev.trapline.workload;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import java.util.List;

/** Bulk TCP connections out of the guest, into it, or both at once. */
final class StreamWorkload {
    static final Component<WorkloadFactory> COMPONENT = new Component<>(
            "stream",
            "Bulk TCP connections: `transmit` go out of the guest, `receive` into it, `both` one of each.",
            "sugerman-2001",
            List.of(
                    Shape.optional(
                            "direction", Shape.choice("transmit", "receive", "both"), "transmit", "Which way the data goes."),
                    Shape.optional("connections", Shape.count(1, 1000), 1L, "How many there are in each direction and guest."),
                    Shape.required("write", Shape.of(Dimension.BYTES, 1, 1e9), "What the program writes, or reads at the most, at a time."),
                    Shape.required("socket-buffer", Shape.of(Dimension.BYTES, 2048, 1e9), "Buffer and window."),
                    Shape.optional(
                            "window",
                            Shape.of(Dimension.BYTES, 2048, 1e9),
                            null,
                            "Buffer and window are autotuned: they begin with this and double with each round trip that fills them, up to `socket-buffer`; absent: fixed."),
                    Shape.optional(
                            "acknowledge-every", Shape.count(1, 1000), 2L, "Packets that the receiver acknowledges at one go."),
                    Shape.optional(
                            "acknowledge-after", Shape.time(), 200_000_000_000L, "Delay of the acknowledgement of fewer."),
                    Shape.optional(
                            "working-set", Shape.bytes(), 0L, "What the guest must fetch again after others used the cache.")),
            StreamWorkload::of);

    private StreamWorkload() {}

    private static WorkloadFactory of(Values values) {
        Terms terms = Terms.of(values);
        int connections = values.count("connections");
        boolean out = !values.text("direction").equals("receive");
        boolean in = !values.text("direction").equals("transmit");
        return mixes -> setting -> {
            for (int i = 0; i < connections; i++) {
                if (out) {
                    new TransmittingStream(terms, setting, i).start();
                }
                if (in) {
                    new ReceivingStream(terms, setting, i).start();
                }
            }
            return Workload.Run.ENDLESS;
        };
    }

    /**
     * What a connection is like.
     *
     * @param writeBytes what the program writes, or reads at the most, at a time
     * @param firstWindowBytes what buffer and window begin with
     * @param bufferBytes what they may become
     * @param acknowledgeEvery how many packets are acknowledged at one go
     * @param acknowledgeAfterPicos the delay of the acknowledgement of fewer
     */
    record Terms(long writeBytes, long firstWindowBytes, long bufferBytes, int acknowledgeEvery, long acknowledgeAfterPicos) {
        private static Terms of(Values values) {
            long buffer = values.whole("socket-buffer");
            long window = values.has("window") ? values.whole("window") : buffer;
            if (window > buffer) {
                throw new IllegalArgumentException("'window' begins with at most what 'socket-buffer' lets it become, " + buffer
                        + " bytes, got " + window);
            }
            return new Terms(
                    values.whole("write"), window, buffer, values.count("acknowledge-every"), values.whole("acknowledge-after"));
        }
    }
}
