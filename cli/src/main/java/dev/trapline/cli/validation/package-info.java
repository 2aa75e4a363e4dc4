/**
 * What reruns of published experiments gave, as data that can be kept, and what follows from it: errors, baselines, orders, and
 * whether the bounds that validation sets itself are kept. Everything that is printed of a validation can be made of {@link
 * dev.trapline.cli.validation.Validation} alone, without running anything. Knows {@code dev.trapline.result}, the judged
 * expectations and the catalogue of {@code scenarios}.
 */
package dev.trapline.cli.validation;
