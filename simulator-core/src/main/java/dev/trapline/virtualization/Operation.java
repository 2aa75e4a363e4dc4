package dev.trapline.virtualization;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a program's own instruction stream does that virtualization prices differently, whatever the state of the system. */
public enum Operation {
    SYSTEM_CALL,
    EXCEPTION,
    PORT_ACCESS,
    MSR_ACCESS,
    INTERRUPT_FLAG,
    IRET,
    TIME_STAMP_READ,
    /** A call of a function and its return in kernel code, which a translator cannot leave as it is. */
    CALL_RETURN,
    PAGE_FAULT,
    PAGE_TABLE_WRITE,
    /** A write among many that the kernel makes at one go (fork, unmapping, exit), which one hypercall can carry. */
    BATCHED_PAGE_TABLE_WRITE,
    ADDRESS_SPACE_SWITCH,
    /** Page tables of a new process, from their making to their release, beyond the writes of their entries. */
    ADDRESS_SPACE_CREATION,
    TLB_MISS,
    MEMORY_ACCESS;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The word in files; costs of it are named after it. */
    public String word() {
        return word;
    }

    /** Whether the memory technique prices it, not the CPU technique. */
    public boolean isOfMemory() {
        return compareTo(PAGE_FAULT) >= 0;
    }

    /** The operation whose cost holds for this one where a technique or processor has none of its own; itself for most. */
    Operation plain() {
        return this == BATCHED_PAGE_TABLE_WRITE ? PAGE_TABLE_WRITE : this;
    }

    /** Whether it is the program's own code, natively part of its cycles unless the processor's file has a cost of it. */
    boolean isProgramsOwn() {
        return this == CALL_RETURN || this == ADDRESS_SPACE_CREATION;
    }

    /** By its word in files. */
    public static Operation of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Operation::word).toList();
    }
}
