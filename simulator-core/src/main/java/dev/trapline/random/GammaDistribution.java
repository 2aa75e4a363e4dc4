package dev.trapline.random;

import java.util.List;

/** A sum of exponentials whose number need not be whole: any cv, with a lighter tail than the lognormal. */
public final class GammaDistribution implements Distribution {

    // Marsaglia, Tsang: "A simple method for generating gamma variables", ACM TOMS 26 (2000): for shape >= 1,
    // d v with v = (1 + c z)^3 is accepted against a uniform, first by a cheap bound, then exactly. A shape below 1
    // takes shape + 1 and multiplies by u^(1 / shape). commons-rng's own sampler calls Math.log, which is not the same
    // on every JDK.

    private static final Argument MEAN = Argument.positiveQuantity("mean", "The mean.");
    private static final Argument CV = Argument.number("cv", 0.001, 10, "Standard deviation over mean.");

    static final Kind KIND = new Kind(
            "gamma",
            "A sum of exponentials whose number need not be whole: any cv, lighter tail than lognormal.",
            List.of(MEAN, CV),
            given -> of(given.number("mean"), given.number("cv")));

    private final double mean;
    private final double cv;
    private final double shape;
    private final double d;
    private final double c;

    private GammaDistribution(double mean, double cv) {
        this.mean = mean;
        this.cv = cv;
        this.shape = 1 / (cv * cv);
        this.d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3;
        this.c = 1 / StrictMath.sqrt(9 * d);
    }

    public static GammaDistribution of(double mean, double cv) {
        return new GammaDistribution(MEAN.checked(mean), CV.checked(cv));
    }

    @Override
    public double sample(KeyedSource source) {
        double standard = marsagliaTsang(source);
        if (shape < 1) {
            standard *= StrictMath.exp(StrictMath.log(source.nextOpenDouble()) / shape);
        }
        return mean * (standard / shape);
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double coefficientOfVariation() {
        return cv;
    }

    private double marsagliaTsang(KeyedSource source) {
        while (true) {
            double z = source.nextGaussian();
            double root = 1 + c * z;
            if (root > 0) {
                double v = root * root * root;
                if (accepts(z, v, source.nextOpenDouble())) {
                    return d * v;
                }
            }
        }
    }

    private boolean accepts(double z, double v, double uniform) {
        double square = z * z;
        return uniform < 1 - 0.0331 * square * square
                || StrictMath.log(uniform) < square / 2 + d * (1 - v + StrictMath.log(v));
    }
}
