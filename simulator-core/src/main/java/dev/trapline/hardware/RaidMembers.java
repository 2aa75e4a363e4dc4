package dev.trapline.hardware;

import java.util.ArrayList;
import java.util.List;

/**
 * The members of an array, without what stands before them. A read goes to the member that has it, of mirrors to the one with
 * the fewest operations under way; a write goes to all mirrors. Under level 5 a row that is written wholly takes its parity
 * along; else old data and old parity are read first.
 */
final class RaidMembers implements BlockDevice, BusyPart, Parts.Owner {
    private final RaidLayout layout;
    private final List<BlockDevice> members;
    private final List<List<BusyPart>> busy = new ArrayList<>();
    private final Member[] gates;
    private final List<Parts> underWay = new ArrayList<>();
    private final Pool<Parts> pool = new Pool<>(() -> new Parts(this));

    RaidMembers(RaidLayout layout, List<BlockDevice> members) {
        this.layout = layout;
        this.members = members;
        gates = new Member[members.size()];
        for (int i = 0; i < gates.length; i++) {
            gates[i] = new Member(members.get(i));
            busy.add(members.get(i).parts());
        }
    }

    @Override
    public void submit(Job job) {
        Parts parts = pool.take();
        parts.of(job);
        underWay.add(parts);
        long begin = address(job);
        long end = Math.min(begin + job.bytes(), layout.capacityBytes());
        for (long at = begin; at < end; ) {
            long rowEnd = Math.min(end, (layout.row(at) + 1) * layout.rowBytes());
            if (!job.isWrite()) {
                read(parts, at, rowEnd);
            } else if (layout.level() == RaidLevel.PARITY) {
                writeWithParity(parts, at, rowEnd);
            } else {
                write(parts, at, rowEnd);
            }
            at = rowEnd;
        }
        parts.begin();
    }

    private void read(Parts parts, long begin, long end) {
        for (long at = begin; at < end; at = unitEnd(at, end)) {
            parts.first(leastLoaded(at), false, memberAddress(at), unitEnd(at, end) - at);
        }
    }

    private BlockDevice leastLoaded(long address) {
        int first = layout.member(layout.row(address), layout.column(address));
        Member least = gates[first];
        for (int i = 1; i < layout.mirrors(); i++) {
            if (gates[first + i].inside() < least.inside()) {
                least = gates[first + i];
            }
        }
        return least;
    }

    private void write(Parts parts, long begin, long end) {
        for (long at = begin; at < end; at = unitEnd(at, end)) {
            int first = layout.member(layout.row(at), layout.column(at));
            for (int i = 0; i < layout.mirrors(); i++) {
                parts.second(gates[first + i], true, memberAddress(at), unitEnd(at, end) - at);
            }
        }
    }

    private void writeWithParity(Parts parts, long begin, long end) {
        boolean whole = end - begin == layout.rowBytes();
        long row = layout.row(begin);
        long lowest = layout.stripeBytes();
        long highest = 0;
        for (long at = begin; at < end; at = unitEnd(at, end)) {
            long bytes = unitEnd(at, end) - at;
            long offset = at % layout.stripeBytes();
            lowest = Math.min(lowest, offset);
            highest = Math.max(highest, offset + bytes);
            readAndWrite(parts, layout.member(row, layout.column(at)), memberAddress(at), bytes, !whole);
        }
        readAndWrite(parts, layout.parityMember(row), layout.memberAddress(row) + lowest, highest - lowest, !whole);
    }

    private void readAndWrite(Parts parts, int member, long address, long bytes, boolean reads) {
        if (reads) {
            parts.first(gates[member], false, address, bytes);
        }
        parts.second(gates[member], true, address, bytes);
    }

    private long memberAddress(long address) {
        return layout.memberAddress(layout.row(address)) + address % layout.stripeBytes();
    }

    private long unitEnd(long at, long end) {
        return Math.min(end, (at / layout.stripeBytes() + 1) * layout.stripeBytes());
    }

    @Override
    public void over(Parts parts) {
        underWay.remove(parts);
        pool.giveBack(parts);
    }

    @Override
    public boolean isIdle() {
        return underWay.isEmpty() && members.stream().allMatch(BlockDevice::isIdle);
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public List<BusyPart> parts() {
        return List.of(this);
    }

    /** The mean over the members, of each the part that is busiest. */
    @Override
    public long busyPicos(long now) {
        long sum = 0;
        for (List<BusyPart> parts : busy) {
            long most = 0;
            for (BusyPart part : parts) {
                most = Math.max(most, part.busyPicos(now));
            }
            sum += most;
        }
        return sum / members.size();
    }

    @Override
    public long capacityBytes() {
        return layout.capacityBytes();
    }

    @Override
    public double angle(long address) {
        return members.get(layout.member(layout.row(address), layout.column(address))).angle(memberAddress(address));
    }

    @Override
    public void checkConservation() {
        long pending = 0;
        for (Parts parts : underWay) {
            pending += parts.pending();
        }
        long inside = 0;
        for (Member gate : gates) {
            gate.checkConservation();
            inside += gate.inside();
        }
        if (underWay.size() != pool.inUse()) {
            throw new IllegalStateException("an array has " + underWay.size() + " operations under way and keeps parts of "
                    + pool.inUse());
        }
        if (inside != pending) {
            throw new IllegalStateException("the operations of an array wait for " + pending + " parts, and its members have " + inside);
        }
    }

    /** Counts what a member has under way. */
    private static final class Member extends Layer {
        private final Pool<Counted> pool = new Pool<>(Counted::new);
        private long inside;

        Member(BlockDevice device) {
            super(device);
        }

        @Override
        public void submit(Job job) {
            inside++;
            Counted one = pool.take();
            one.stands(job);
            behind().submit(one);
        }

        @Override
        long inside() {
            return inside;
        }

        @Override
        public void checkConservation() {
            super.checkConservation();
            if (inside != pool.inUse()) {
                throw new IllegalStateException("a member of an array has " + inside + " operations and " + pool.inUse() + " in use");
            }
        }

        private final class Counted extends PassedOn {
            @Override
            public void ended() {
                Job done = job();
                inside--;
                pool.giveBack(this);
                done.ended();
            }
        }
    }
}
