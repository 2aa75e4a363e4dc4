/**
 * The command {@code trapline}: reads the arguments, asks the other rooms, prints.
 *
 * <p>One class per subcommand, each thin: what it does belongs to {@code scenarios}, {@code reports} or the core's
 * {@code run}. May know all rooms. Start reading at {@link dev.trapline.cli.Trapline}.
 */
package dev.trapline.cli;
