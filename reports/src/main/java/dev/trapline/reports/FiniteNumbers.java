package dev.trapline.reports;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;

/** Refuses records that hold a number which is none, and names the field: {@code metrics[12].mean}. */
final class FiniteNumbers {
    private FiniteNumbers() {}

    /** @throws IllegalStateException naming the first field that holds NaN or an infinity */
    static void require(Record root) {
        requireRecord("", root);
    }

    private static void requireRecord(String path, Record record) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (mayHoldNumbers(component.getType())) {
                requireValue(
                        path + (path.isEmpty() ? "" : ".") + component.getName(), valueOf(component, record), record);
            }
        }
    }

    private static boolean mayHoldNumbers(Class<?> type) {
        return type != String.class && type != int.class && type != long.class && type != boolean.class;
    }

    private static void requireValue(String path, Object value, Record owner) {
        if (value instanceof Double number && !Double.isFinite(number)) {
            throw new IllegalStateException(
                    "Results may hold finite numbers only; " + path + " is " + number + " in " + owner + ".");
        } else if (value instanceof Record record) {
            requireRecord(path, record);
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                requireValue(path + "[" + i + "]", list.get(i), owner);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, held) -> requireValue(path + "." + key, held, owner));
        }
    }

    private static Object valueOf(RecordComponent component, Record record) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException problem) {
            throw new IllegalStateException("Cannot read " + component + " of " + record.getClass() + ".", problem);
        }
    }
}
