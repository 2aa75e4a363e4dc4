/**
 * The catalogue: one YAML file for each CPU, machine, operating system, device, workload and platform, resolved,
 * checked and turned into the core's records.
 *
 * <p>May know {@code check}, {@code yaml}, {@code text} and the core's {@code spec}, {@code declare} and {@code
 * virtualization.Operation}, and what files can name, {@link dev.trapline.platform.Vocabulary}. Start at {@link dev.trapline.scenarios.catalogue.Catalogue} and, for what may stand in
 * a file, {@link dev.trapline.scenarios.catalogue.CatalogueShapes}.
 */
package dev.trapline.scenarios.catalogue;
