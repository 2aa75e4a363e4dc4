/**
 * JSON Schemas of scenarios and catalogue files, for editors, written from the same shapes that the checker walks. Knows
 * the packages of the language. Start with {@link dev.trapline.scenarios.schema.SchemaWriter}.
 */
package dev.trapline.scenarios.schema;
