/**
 * The same models in the engine and in others, side by side under JMH. Start reading at {@link dev.trapline.benchmarks.engines.SpeedStudy};
 * libraries of others implement {@link dev.trapline.benchmarks.engines.Engine} in the module {@code peers}.
 */
package dev.trapline.benchmarks.engines;
