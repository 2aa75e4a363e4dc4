package dev.trapline.measure;

/**
 * A bound that a figure must keep, decided by the figure's confidence interval: kept if all of it is on the right side,
 * broken if none of it is.
 *
 * @param value in the unit of the figure
 * @param isMost whether the figure must be at most so large, else at least
 */
public record Bound(double value, boolean isMost) {

    public LimitSearch.Finding judge(Estimate estimate) {
        boolean seems = keeps(estimate.mean());
        boolean decided = estimate.hasInterval() && keeps(estimate.low()) == seems && keeps(estimate.high()) == seems;
        if (seems) {
            return decided ? LimitSearch.Finding.HOLDS : LimitSearch.Finding.SEEMS_TO_HOLD;
        }
        return decided ? LimitSearch.Finding.BROKEN : LimitSearch.Finding.SEEMS_BROKEN;
    }

    private boolean keeps(double figure) {
        return isMost ? figure <= value : figure >= value;
    }

    /** How far a figure is beyond the bound, as a part of it; negative inside. */
    public double excess(double figure) {
        double over = isMost ? figure - value : value - figure;
        return value == 0 ? over : over / StrictMath.abs(value);
    }
}
