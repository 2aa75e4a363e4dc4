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
    PAGE_FAULT,
    PAGE_TABLE_WRITE,
    ADDRESS_SPACE_SWITCH,
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

    public static List<String> words() {
        return Arrays.stream(values()).map(Operation::word).toList();
    }
}
