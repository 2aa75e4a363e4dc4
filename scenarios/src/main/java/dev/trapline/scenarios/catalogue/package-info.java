/**
 * The catalogue: one YAML file for each CPU, machine, operating system, device, workload and platform, resolved,
 * checked and turned into the core's records. Knows {@code check}, {@code yaml}, {@code text} and the core's {@code
 * spec} and {@code platform.Vocabulary}. Start with {@link dev.trapline.scenarios.catalogue.Catalogue} and, for what may stand in a file, {@link
 * dev.trapline.scenarios.catalogue.CatalogueShapes}.
 */
package dev.trapline.scenarios.catalogue;
