package dev.trapline.workload;

import dev.trapline.guest.Guest;
import dev.trapline.virtualization.CostLookup;
import dev.trapline.virtualization.Operation;
import dev.trapline.work.Place;
import dev.trapline.work.Price;
import java.util.List;

/** What a program's call for the network costs: the system call, the socket's code, and the copy of the data. */
final class SocketCalls {
    private SocketCalls() {}

    /** @param call the name of the operating system's cost, {@code socket-read} or {@code socket-write} */
    static Price price(Guest guest, String call, long bytes) {
        CostLookup costs = guest.pricing().costs();
        int socket = guest.pricing().slots().service(Place.GUEST_KERNEL, call);
        int copy = guest.pricing().slots().service(Place.GUEST_KERNEL, "copy");
        Price data = Price.of(List.of(
                new Price.Item(socket, costs.get(call).milli(), 1),
                new Price.Item(copy, Math.multiplyExact(costs.get("copy-byte").milli(), bytes), 1)));
        return guest.pricing().slots().common(guest.pricing().price(Operation.SYSTEM_CALL).and(data));
    }
}
