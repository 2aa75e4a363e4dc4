package dev.trapline.virtualization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trapline.declare.Components;
import dev.trapline.declare.Values;
import dev.trapline.spec.Charge;
import dev.trapline.work.Place;
import dev.trapline.work.Price;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What operations and charges cost, in cycles, by hand. */
class PricingTest {
    private final Purse purse = new Purse();

    private static Technique cpu(String name) {
        return create(Techniques.cpu(), name);
    }

    private static Technique memory(String name) {
        return create(Techniques.memory(), name);
    }

    private static Technique create(Components<Technique> techniques, String name) {
        return techniques.find(name).orElseThrow().create(Values.empty());
    }

    private List<String> priced(String cpu, String memory, Operation operation) {
        return purse.words(purse.pricing(cpu(cpu), memory(memory)).price(operation));
    }

    private static Charge exit(int times) {
        return new Charge("hypervisor", "whatever", Pricing.EXIT, times);
    }

    @Test
    void anExitIsItsRoundTripAndWhatItLosesOfTheCaches() {
        Pricing pricing = purse.with("exit-round-trip", 900).with("exit-pollution", 400).pricing(cpu("native"), memory("native-paging"));
        assertThat(purse.words(pricing.price(List.of(exit(1)))))
                .containsExactly("hypervisor exit 900 x1", "hypervisor exit pollution 400 x1");
    }

    /** The CPU has such a cost where its TLB has no tags. */
    @Test
    void withoutTagsAnExitAlsoLosesTranslations() {
        Pricing pricing = purse.with("exit-round-trip", 900)
                .with("exit-pollution", 400)
                .with("exit-tlb-refill", 250)
                .pricing(cpu("native"), memory("native-paging"));
        assertThat(purse.words(pricing.price(List.of(exit(3))))).containsExactly(
                "hypervisor exit 2700 x3", "hypervisor exit pollution 1200 x3", "hypervisor tlb refill 750 x3");
    }

    @Test
    void whatTheHypervisorHandlesCostsAnExitAndTheHandler() {
        purse.with("exit-round-trip", 900).with("exit-pollution", 400).with("exit-tlb-refill", 250);
        purse.with("handle-port-access", 3000).with("port-access", 2000).with("system-call", 100);
        assertThat(priced("hardware-assisted", "native-paging", Operation.PORT_ACCESS)).containsExactly(
                "hypervisor exit 900 x1", "hypervisor exit pollution 400 x1", "hypervisor tlb refill 250 x1", "hypervisor emulation 3000 x1");
        assertThat(priced("hardware-assisted", "native-paging", Operation.SYSTEM_CALL)).containsExactly("guest-kernel system-call 100 x1");
    }

    @Test
    void aShadowedFaultIsEnteredByAnExitOnlyWhereTheProcessorLeavesTheGuest() {
        purse.with("exit-round-trip", 900).with("exit-pollution", 400).with("shadow-page-fault", 5000);
        assertThat(priced("binary-translation", "shadow-paging", Operation.PAGE_FAULT))
                .containsExactly("hypervisor shadow paging 5000 x1");
        assertThat(priced("hardware-assisted", "shadow-paging", Operation.PAGE_FAULT)).containsExactly(
                "hypervisor exit 900 x1", "hypervisor exit pollution 400 x1", "hypervisor shadow paging 5000 x1");
    }

    @ParameterizedTest
    @EnumSource
    void nestedPagingMakesWalksAloneDearer(Operation operation) {
        Operation.words().forEach(word -> purse.with(word, 10));
        purse.with("nested-tlb-miss", 84).with("nested-large-page-tlb-miss", 69);
        purse.with("nested-switch-refill", 50).with("nested-large-page-switch-refill", 40);
        Technique small = memory("nested-paging");
        assertThat(purse.words(purse.pricing(cpu("native"), small).price(operation)))
                .containsExactlyElementsOf(nested(operation, 84, 50));
        assertThat(purse.words(purse.pricing(cpu("native"), small.onLargePages()).price(operation)))
                .containsExactlyElementsOf(nested(operation, 69, 40));
    }

    private static List<String> nested(Operation operation, int walk, int refill) {
        String natively = "guest-kernel " + operation.word() + " 10 x1";
        return switch (operation) {
            case TLB_MISS -> List.of("hypervisor page-walk " + walk + " x1");
            case ADDRESS_SPACE_SWITCH -> List.of(natively, "hypervisor page-walk " + refill + " x1");
            default -> List.of(natively);
        };
    }

    /** A guest's switch of tasks names the operation; the host's own, at another place, is native. */
    @Test
    void aGuestsChangeOfItsAddressSpaceInAnEventIsWhatItsPagingMakesOfIt() {
        purse.with("address-space-switch", 250).with("nested-switch-refill", 300);
        Pricing pricing = purse.pricing(cpu("native"), memory("nested-paging"));
        Charge guest = new Charge("guest-kernel", "switch", "address-space-switch", 2);
        Charge host = new Charge("host-kernel", "switch", "address-space-switch", 2);
        assertThat(purse.words(pricing.price(List.of(guest))))
                .containsExactly("guest-kernel switch 500 x2", "hypervisor page-walk 600 x2");
        assertThat(purse.words(pricing.price(List.of(host)))).containsExactly("host-kernel switch 500 x2");
        assertThat(purse.words(purse.pricing(cpu("native"), memory("native-paging")).price(List.of(guest))))
                .containsExactly("guest-kernel switch 500 x2");
    }

    @Test
    void largePagesChangeNothingWithoutNestedPaging() {
        Technique shadow = memory("shadow-paging");
        assertThat(shadow.onLargePages()).isSameAs(shadow);
    }

    @Test
    void aBatchedWriteCostsWhatAWriteDoesUnlessItHasAPriceOfItsOwn() {
        purse.with("page-table-write", 2).with("direct-paging-page-table-write", 2400);
        assertThat(priced("native", "native-paging", Operation.BATCHED_PAGE_TABLE_WRITE))
                .containsExactly("guest-kernel batched-page-table-write 2 x1");
        assertThat(priced("paravirtual", "direct-paging", Operation.BATCHED_PAGE_TABLE_WRITE))
                .containsExactly("hypervisor direct paging 2400 x1");
        purse.with("direct-paging-batched-page-table-write", 70);
        assertThat(priced("paravirtual", "direct-paging", Operation.BATCHED_PAGE_TABLE_WRITE))
                .containsExactly("hypervisor direct paging 70 x1");
        assertThat(priced("paravirtual", "direct-paging", Operation.PAGE_TABLE_WRITE))
                .containsExactly("hypervisor direct paging 2400 x1");
    }

    @ParameterizedTest
    @EnumSource(names = {"CALL_RETURN", "ADDRESS_SPACE_CREATION"})
    void theProgramsOwnCodeIsNativelyPartOfItsCycles(Operation operation) {
        assertThat(priced("native", "native-paging", operation)).isEmpty();
        purse.with(operation.word(), 11);
        assertThat(priced("native", "native-paging", operation)).containsExactly("guest-kernel " + operation.word() + " 11 x1");
    }

    @Test
    void whateverElseTheProcessorHasNoCostOfIsAnError() {
        assertThatThrownBy(() -> priced("native", "native-paging", Operation.IRET)).hasMessageContaining("no cost named 'iret'");
    }

    @Test
    void aSystemCallWritesTheTaskPriorityAsOftenAsItsSystemDoes() {
        purse.with("system-call", 100).with("exception", 300);
        int slot = purse.slots.service(Place.GUEST_KERNEL, "tpr-write");
        Price write = Price.of(List.of(new Price.Item(slot, 50_000, 1)));
        Pricing pricing = purse.pricing(cpu("native"), memory("native-paging")).withTaskPriority(write, 4);
        assertThat(purse.words(pricing.price(Operation.SYSTEM_CALL)))
                .containsExactly("guest-kernel system-call 100 x1", "guest-kernel tpr-write 200 x4");
        assertThat(purse.words(pricing.price(Operation.EXCEPTION))).containsExactly("guest-kernel exception 300 x1");
        assertThat(purse.words(pricing.event("tpr-write"))).containsExactly("guest-kernel tpr-write 50 x1");
    }

    @Test
    void anEventCostsWhatThePlatformChargesForIt() {
        Map<String, List<Charge>> events = Map.of("hypercall", List.of(exit(1), new Charge("hypervisor", "handler", "handle-it", 2)));
        Pricing pricing = purse.with("exit-round-trip", 900)
                .with("exit-pollution", 400)
                .with("handle-it", 70)
                .pricing(cpu("native"), memory("native-paging"))
                .withEvents(name -> events.getOrDefault(name, List.of()));
        assertThat(purse.words(pricing.event("hypercall"))).containsExactly(
                "hypervisor exit 900 x1", "hypervisor exit pollution 400 x1", "hypervisor handler 140 x2");
        assertThat(pricing.event("cpuid").isFree()).isTrue();
    }
}
