package dev.trapline.devicepath;

/** One line of a path in a platform's file: adds itself to a route that is being built. */
@FunctionalInterface
public interface Stage {
    void addTo(RouteBuilder route);
}
