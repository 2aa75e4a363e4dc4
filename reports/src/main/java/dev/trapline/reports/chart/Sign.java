package dev.trapline.reports.chart;

import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * What a marked place means and how it looks, so that no two meanings look alike.
 *
 * @param meaning for the key; empty if the key says nothing of it
 */
public record Sign(String meaning, Shape shape) {
    /** Says something of a place without marking it. */
    static final Sign NONE = new Sign("", Shape.NONE);

    /** Where a search ended. */
    static final Sign LIMIT = new Sign("most that keeps the objective", Shape.DIAMOND);

    private static final Shape[] OF_RESOURCES = {Shape.SQUARE, Shape.TRIANGLE, Shape.CROSS, Shape.WEDGE};

    /** The outlines around a value. */
    public enum Shape {
        NONE(SeriesMarkers.NONE),
        DIAMOND(SeriesMarkers.DIAMOND),
        SQUARE(SeriesMarkers.SQUARE),
        TRIANGLE(SeriesMarkers.TRIANGLE_UP),
        CROSS(SeriesMarkers.CROSS),
        WEDGE(SeriesMarkers.TRIANGLE_DOWN);

        private final Marker marker;

        Shape(Marker marker) {
            this.marker = marker;
        }

        Marker marker() {
            return marker;
        }
    }

    /** From here on nothing of a resource is left. */
    static Sign exhausted(String resource, int number) {
        return new Sign("limited by " + resource + " from here on", OF_RESOURCES[number % OF_RESOURCES.length]);
    }
}
