package dev.trapline.scenarios.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.platform.Vocabulary;
import dev.trapline.scenarios.text.Place;
import dev.trapline.scenarios.text.Problem;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.yaml.FolderShelf;
import dev.trapline.scenarios.yaml.LocatedNode.Scalar;
import dev.trapline.spec.DeviceSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of devices that consist of others, good and bad: what is said, and where. */
class DeviceFilesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "type: raid, level: 5, member: sas-10k, members: 2 | file.yaml:1:1: RAID 5 needs at least 3 members, got 2",
        "type: raid, level: 10, member: sas-10k, members: 5 | file.yaml:1:1: RAID 10 needs at least 4 members, an even number, got 5",
        "type: raid, level: 6, member: sas-10k, members: 4 | file.yaml:1:1: 'level' must be 0, 1, 5 or 10, got 6",
        "type: raid, level: 0, member: sas-10k, members: 0 | file.yaml:6:10: members: must be between 1 and 10000",
        "type: raid, level: 0, member: gigabit-ethernet, members: 2 | file.yaml:5:9: member: must be a disk, got 'gigabit-ethernet' of type 'nic'",
        "type: raid, level: 0, member: file, members: 2 | consists of itself: file -> file",
        "type: san, array: e1000, link: 1 Gb/s | file.yaml:4:8: array: must be a disk, got 'e1000' of type 'nic'",
        "type: raid, level: 0, member: sas-10, members: 2 | file.yaml:5:9: member: unknown device 'sas-10' (did you mean 'sas-10k'?)",
        "type: raid, level: 0, member: sas-10k, members: 2, stripe: 1000 B | file.yaml:1:1: 'stripe' must be a multiple of 512 B",
        "type: raid, level: 0, member: {extends: sas-10k; capacity: 1 MB}, members: 2, stripe: 2 MiB | file.yaml:1:1: 'stripe' must fit on a member",
        "type: san, array: sas-10k | file.yaml:1:1: missing key 'link'",
        "type: ssd, channels: 0, read: 1 us, write: 1 us, transfer: 1 GB/s | channels: must be between 1 and 4096",
    })
    void saysWhatIsWrong(String keys, String said) throws IOException {
        Path file = folder.resolve("file.yaml");
        Files.writeString(file, "device: file\ntitle: A device\n" + keys.replace(", ", "\n").replace(";", ",") + "\n");
        Catalogue catalogue = Catalogue.standard(Vocabulary.standard()).seenFrom(FolderShelf.of(folder));
        assertThat(problems(catalogue, "devices", "file")).anySatisfy(problem -> assertThat(problem).contains(said));
    }

    @Test
    void machinesHaveDisksForDisks() throws IOException {
        Files.writeString(
                folder.resolve("box.yaml"),
                "machine: box\nextends: dual-opteron-2008\ntitle: A box\ndisks: [sas-10k, e1000]\nnics: [raid-5-2008]\n");
        Catalogue catalogue = Catalogue.standard(Vocabulary.standard()).seenFrom(FolderShelf.of(folder));
        List<String> said = problems(catalogue, "machines", "box");
        assertThat(said).hasSize(2);
        assertThat(said.get(0)).contains("box.yaml:4:18: disks: must be a disk, got 'e1000' of type 'nic'");
        assertThat(said.get(1)).contains("box.yaml:5:8: nics: must be a network interface, got 'raid-5-2008' of type 'raid'");
    }

    @Test
    void whatADeviceConsistsOfIsResolved() {
        Catalogue catalogue = Catalogue.standard(Vocabulary.standard());
        DeviceSpec san = catalogue.entry("san-2008").value().spec(DeviceSpec.class);
        DeviceSpec array = (DeviceSpec) san.values().get("array");
        DeviceSpec member = (DeviceSpec) array.values().get("member");
        assertThat(array.type()).isEqualTo("raid");
        assertThat(member.name()).isEqualTo("fibre-channel-15k-short-stroked");
        assertThat(member.values().whole("average-seek")).isLessThan(3_500_000_000L);
    }

    private static List<String> problems(Catalogue catalogue, String kind, String name) {
        Problems problems = new Problems();
        catalogue.resolve(kind, Scalar.text(Place.of("scenario"), name), "", problems);
        return problems.list().stream().map(Problem::toString).toList();
    }
}
