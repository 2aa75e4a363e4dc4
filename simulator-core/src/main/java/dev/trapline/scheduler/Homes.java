package dev.trapline.scheduler;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Timer;
import dev.trapline.work.Context;
import dev.trapline.work.Core;
import dev.trapline.work.Processors;
import java.util.ArrayList;
import java.util.List;

/** Where guests are at home: on the node of their memory, or in a cell of cores that they do not leave one by one. */
final class Homes implements Places {

    /*
     * Cores stand in districts: memory nodes where there are several, else cells of so many cores, else one district of
     * all. A guest has its home in one of them if that has as many cores as the guest has vCPUs; guests without a home
     * run anywhere. Cells are walls: no vCPU runs outside of its guest's, but a guest of whom nobody runs moves as a
     * whole to a core that finds nothing else to do. Nodes are a preference: a core takes somebody at home elsewhere
     * only if nobody at home there is ready, or if that one is too far ahead in virtual time.
     *
     * Once in a period a guest moves if that makes districts more alike in what their guests asked for since; on another
     * node its memory follows.
     */

    /**
     * @param cellCores how many cores a cell has; 0: there are no cells
     * @param periodPicos how often a guest may move; 0: guests stay
     * @param pageBytesPerSecond how fast the memory of a guest follows it to another node
     * @param reachPicos how far ahead of others in virtual time one may be who is preferred for being at home
     */
    record Rules(int cellCores, long periodPicos, double pageBytesPerSecond, long reachPicos) {}

    private final Processors processors;
    private final Rules rules;
    private final List<Household> households = new ArrayList<>();
    private final List<Household> byOrdinal = new ArrayList<>();
    private final Timer rebalancing;
    private boolean walled;
    private int coresOfDistrict = Integer.MAX_VALUE;
    private int districts = 1;

    Homes(Processors processors, Rules rules) {
        this.processors = processors;
        this.rules = rules;
        rebalancing = processors.simulation().newTimer("rebalancing of homes", Phase.ARRIVE, this::rebalance);
    }

    void admit(Context context) {
        Household household = null;
        for (Household each : households) {
            household = each.isOf(context) ? each : household;
        }
        if (household == null) {
            household = new Household(context.domain());
            households.add(household);
        }
        household.add(context);
        byOrdinal.add(household);
    }

    /** Everybody is admitted: guests get their first home, where their memory is or in turn. */
    void start() {
        boolean ofNodes = households.stream().anyMatch(household -> household.memory() != null);
        walled = !ofNodes && rules.cellCores() > 0;
        int cores = processors.cores().size();
        if (ofNodes || walled) {
            coresOfDistrict = ofNodes ? processors.topology().threadsPerSocket() : rules.cellCores();
            districts = Math.max(1, cores / coresOfDistrict);
        }
        int turn = 0;
        for (Household household : households) {
            boolean placeable = !ofNodes || household.memory() != null;
            if (districts > 1 && placeable && household.fits(coresOfDistrict)) {
                household.settle(ofNodes ? household.memory().home() : turn++ % districts);
            }
        }
        if (districts > 1 && rules.periodPicos() > 0) {
            rebalancing.armAfter(rules.periodPicos());
        }
    }

    @Override
    public boolean allows(Context context, Core core) {
        return Places.PINS.allows(context, core) && (!walled || isHome(context, core));
    }

    @Override
    public boolean prefers(Context context, Core core) {
        return isHome(context, core);
    }

    private boolean isHome(Context context, Core core) {
        int home = byOrdinal.get(context.ordinal()).home();
        return home == Household.NOWHERE || home == district(core);
    }

    private int district(Core core) {
        return Math.min(core.index() / coresOfDistrict, districts - 1);
    }

    long reachPicos() {
        return rules.reachPicos();
    }

    /** How many cores a guest may use at once. */
    int coresFor(Context context) {
        boolean inCell = walled && byOrdinal.get(context.ordinal()).home() != Household.NOWHERE;
        return inCell ? coresOfDistrict : processors.cores().size();
    }

    /** Whether this context, which may not run there now, may come with its guest to a core that has nothing else to do. */
    boolean mayMoveTo(Context context, Core core) {
        return walled && Places.PINS.allows(context, core) && !byOrdinal.get(context.ordinal()).runs();
    }

    /** It starts there: if that is outside of its cell, its guest has moved. */
    void starts(Context context, Core core) {
        if (walled && !isHome(context, core)) {
            byOrdinal.get(context.ordinal()).settle(district(core));
        }
    }

    private void rebalance() {
        rebalancing.armAfter(rules.periodPicos());
        Rebalancing plan = new Rebalancing(households, districts, processors.now());
        Household moves = plan.moves();
        if (moves != null) {
            moves.settle(plan.to());
            if (moves.memory() != null) {
                moves.memory().moveTo(plan.to(), processors.now(), rules.pageBytesPerSecond());
            }
        }
    }
}
