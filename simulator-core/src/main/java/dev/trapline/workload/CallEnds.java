package dev.trapline.workload;

import dev.trapline.work.Place;
import dev.trapline.work.Price;

/** What a service's task does before and after the steps of a call: it reads what is asked, and writes the reply. */
final class CallEnds {
    private final Setting setting;
    private final Price read;
    private final Price write;
    private final int copySlot;
    private final long copyMilli;

    CallEnds(Setting setting) {
        this.setting = setting;
        read = setting.guest().pricing().socketCall("socket-read", 0);
        write = setting.guest().pricing().socketCall("socket-write", 0);
        copySlot = setting.guest().pricing().slots().service(Place.GUEST_KERNEL, "copy");
        copyMilli = setting.guest().pricing().costs().get("copy-byte").milli();
    }

    /** The steps of a call, from its reading to its reply. */
    Step[] around(Step[] steps) {
        Step[] all = new Step[steps.length + 2];
        all[0] = this::reads;
        System.arraycopy(steps, 0, all, 1, steps.length);
        all[all.length - 1] = new Reply();
        return all;
    }

    private Step.Next reads(Worker worker) {
        return pays(worker, read, ((Call) worker.request()).requestBytes());
    }

    private Step.Next pays(Worker worker, Price socket, long bytes) {
        socket.appendTo(worker.pays(), worker.piece());
        worker.pays().append(worker.piece(), copySlot, Math.multiplyExact(copyMilli, bytes), 1);
        return Step.Next.WORKS;
    }

    /** The last step: the call ends when all of the reply is at the caller's guest. */
    private final class Reply implements Step {
        @Override
        public Next begin(Worker worker) {
            Call call = (Call) worker.request();
            call.reply(worker);
            return pays(worker, write, call.replyBytes());
        }

        @Override
        public boolean answers() {
            return true;
        }
    }
}
