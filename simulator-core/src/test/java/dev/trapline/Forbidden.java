package dev.trapline;

import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/**
 * Calls that make a result depend on something besides the input, each with what to use instead.
 *
 * <p>An entry reads {@code Class.method} for every overload, {@code Class.method(Type,Type)} for one, {@code Class.new}
 * for constructors. References such as {@code HashMap::new} count as calls.
 */
record Forbidden(String remedy, List<String> calls) {
    static final List<Forbidden> CALLS = List.of(
            new Forbidden(
                    "promises 1 ulp and not the same bytes; use StrictMath or integers",
                    List.of(
                            "java.lang.Math.sin",
                            "java.lang.Math.cos",
                            "java.lang.Math.tan",
                            "java.lang.Math.asin",
                            "java.lang.Math.acos",
                            "java.lang.Math.atan",
                            "java.lang.Math.atan2",
                            "java.lang.Math.sinh",
                            "java.lang.Math.cosh",
                            "java.lang.Math.tanh",
                            "java.lang.Math.exp",
                            "java.lang.Math.expm1",
                            "java.lang.Math.log",
                            "java.lang.Math.log10",
                            "java.lang.Math.log1p",
                            "java.lang.Math.pow",
                            "java.lang.Math.cbrt",
                            "java.lang.Math.hypot")),
            new Forbidden(
                    "is not keyed by the seed; draw from dev.trapline.random",
                    List.of("java.lang.Math.random", "java.util.UUID.randomUUID", "java.util.Collections.shuffle")),
            new Forbidden(
                    "reads the wall clock; simulated time comes from the simulation",
                    List.of(
                            "java.lang.System.currentTimeMillis",
                            "java.lang.System.nanoTime",
                            "java.util.Date.new",
                            "java.time.Instant.now",
                            "java.time.LocalDate.now",
                            "java.time.LocalDateTime.now",
                            "java.time.ZonedDateTime.now",
                            "java.time.OffsetDateTime.now",
                            "java.time.Clock.systemUTC",
                            "java.time.Clock.systemDefaultZone")),
            new Forbidden(
                    "depends on the default locale; pass Locale.ROOT",
                    List.of(
                            "java.lang.String.format(java.lang.String,[Ljava.lang.Object;)",
                            "java.lang.String.formatted",
                            "java.lang.String.toLowerCase()",
                            "java.lang.String.toUpperCase()",
                            "java.util.Formatter.new()",
                            "java.util.Formatter.new(java.lang.Appendable)",
                            "java.io.PrintStream.printf(java.lang.String,[Ljava.lang.Object;)",
                            "java.io.PrintStream.format(java.lang.String,[Ljava.lang.Object;)",
                            "java.io.PrintWriter.printf(java.lang.String,[Ljava.lang.Object;)",
                            "java.io.PrintWriter.format(java.lang.String,[Ljava.lang.Object;)",
                            "java.text.DecimalFormat.new()",
                            "java.text.DecimalFormat.new(java.lang.String)",
                            "java.text.NumberFormat.getInstance()",
                            "java.text.NumberFormat.getNumberInstance()",
                            "java.text.NumberFormat.getIntegerInstance()",
                            "java.text.NumberFormat.getPercentInstance()",
                            "java.util.Locale.getDefault")),
            new Forbidden(
                    "has no order that lasts; use LinkedHashMap, LinkedHashSet, EnumMap, a list or an array",
                    List.of(
                            "java.util.HashMap.new",
                            "java.util.HashSet.new",
                            "java.util.Hashtable.new",
                            "java.util.IdentityHashMap.new",
                            "java.util.WeakHashMap.new",
                            "java.util.concurrent.ConcurrentHashMap.new",
                            "java.util.Map.of",
                            "java.util.Map.ofEntries",
                            "java.util.Map.copyOf",
                            "java.util.Set.of",
                            "java.util.Set.copyOf",
                            "java.util.stream.Collectors.toSet",
                            "java.util.stream.Collectors.toUnmodifiableSet",
                            "java.util.stream.Collectors.toUnmodifiableMap",
                            "java.util.stream.Collectors.toMap(java.util.function.Function,java.util.function.Function)",
                            "java.util.stream.Collectors.toMap(java.util.function.Function,java.util.function.Function,"
                                    + "java.util.function.BinaryOperator)",
                            "java.util.stream.Collectors.groupingBy(java.util.function.Function)",
                            "java.util.stream.Collectors.groupingBy(java.util.function.Function,"
                                    + "java.util.stream.Collector)",
                            "java.lang.System.identityHashCode")));

    /** The condition that a class makes none of these calls; every breach is reported with its line. */
    static ArchCondition<JavaClass> notToBeCalled() {
        return new ArchCondition<>("make no call that lets a result depend on more than its input") {
            @Override
            public void check(JavaClass caller, ConditionEvents events) {
                for (JavaAccess<?> access : caller.getAccessesFromSelf()) {
                    if (access.getTarget() instanceof CodeUnitAccessTarget target) {
                        CALLS.stream()
                                .filter(forbidden -> forbidden.names(target))
                                .forEach(forbidden -> events.add(SimpleConditionEvent.violated(
                                        access, access.getDescription() + " " + forbidden.remedy())));
                    }
                }
            }
        };
    }

    private boolean names(CodeUnitAccessTarget target) {
        String method = target.getName().equals("<init>") ? "new" : target.getName();
        String every = target.getOwner().getName() + "." + method;
        String one = every
                + target.getRawParameterTypes().stream().map(JavaClass::getName).collect(joining(",", "(", ")"));
        return calls.contains(every) || calls.contains(one);
    }
}
