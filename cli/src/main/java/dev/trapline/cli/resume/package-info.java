/**
 * Runs that are broken off and continued: the folder that holds what is finished, and what tells one program from another. Start
 * with {@link dev.trapline.cli.resume.UnfinishedFolder}.
 */
package dev.trapline.cli.resume;
