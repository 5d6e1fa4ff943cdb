using Granary.Sim.Formats;
using Granary.Sim.People;
using Granary.Sim.Recording;
using Granary.Sim.Running;
using Granary.Sim.Systems;

namespace Granary.Sim.Tests;

/// <summary>Recordings that the simulated bank makes, and their replay.</summary>
public sealed class RecordingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("granary-recording").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    [Trait("Case", "SIM-30")]
    public void A_recording_has_the_layout_of_the_recorded_traffic_and_decodes_to_its_own_lines()
    {
        var folder = Record(1500, 3);
        var shared = Granary.Tests.Shared.Root is { } root ? Directory.GetFiles(Path.Combine(root, "bank", "traffic")).Select(Path.GetFileName).Order() : null;
        if (shared is not null)
        {
            Assert.Equal(shared, Directory.GetFiles(folder).Select(Path.GetFileName).Order());
        }

        var total = 0;
        foreach (var format in SystemFormats.All)
        {
            var bytes = format.System == SystemFormats.FileSystem ? "WMS_CUST_20260601.dat" : $"{format.System}.bin";
            var messages = format.Split(File.ReadAllBytes(Path.Combine(folder, bytes)));
            var lines = File.ReadAllLines(Path.Combine(folder, $"{format.System}.jsonl"));
            Assert.Equal(lines, messages.Select(message => Json.Line(format.System, format.Columns, format.Decode(message).Fields)));
            total += messages.Count;
        }

        Assert.Equal(1500, total);
        Assert.Equal(1500, RecordedDay.Load(folder).Online.Count + RecordedDay.Load(folder).FileRecords);
    }

    [Fact]
    [Trait("Case", "SIM-31")]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        var (one, same, other) = (Record(400, 7), Record(400, 7), Record(400, 8));
        foreach (var path in Directory.GetFiles(one))
        {
            Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(Path.Combine(same, Path.GetFileName(path))));
        }

        Assert.NotEqual(File.ReadAllBytes(Path.Combine(one, "CBS.bin")), File.ReadAllBytes(Path.Combine(other, "CBS.bin")));
    }

    [Fact]
    [Trait("Case", "SIM-32")]
    public void A_recording_has_the_hard_cases()
    {
        // The rarest are one in some thousands: a recording of this size has all of them, whatever the seed.
        var folder = Record(20_000, 1);
        var fields = SystemFormats.All.Where(format => format.System != SystemFormats.FileSystem)
            .SelectMany(format => format.Split(File.ReadAllBytes(Path.Combine(folder, $"{format.System}.bin"))).Select(message => (format.System, format.Decode(message).Fields))).ToList();
        bool Any(string system, string name, Func<string, bool> condition) => fields.Any(one => one.System == system && condition(one.Fields.Text(name)));

        Assert.True(Any("CBS", Fields.Name, name => name.EnumerateRunes().Any(rune => Gb.Length(rune.ToString()) == 4)));
        Assert.True(Any("IBP", Fields.Name, name => HasSecondByte(name, 0x5C)) || Any("IBP", Fields.Address, address => address.Contains('東', StringComparison.Ordinal)));
        Assert.True(Any("CBS", Fields.Name, name => HasSecondByte(name, 0x5C)));
        Assert.True(Any("CBS", Fields.Name, name => HasSecondByte(name, 0x7C)));
        Assert.True(Any("IBP", Fields.Address, address => address.Contains('|', StringComparison.Ordinal)));
        Assert.True(Any("IBP", Fields.Address, address => address.Contains('\\', StringComparison.Ordinal)));
        Assert.True(Any("CBS", Fields.Address, address => Gb.Length(address) is 119 or 120));
        Assert.True(Any("CBS", Fields.IdNumber, number => number.Length == 15));
        Assert.True(Any("CLMS", Fields.Spouse, key => key.Length > 0));
        Assert.True(Any("EBANK", Fields.Status, status => status == "closed"));
        var truth = File.ReadAllLines(Path.Combine(folder, "truth.csv")).Skip(1).Select(line => line.Split(',')).ToList();
        Assert.Contains(truth.GroupBy(row => (row[0], row[2])), group => group.Count() > 1); // opened twice at one system
    }

    [Fact]
    [Trait("Case", "SIM-33")]
    public void Document_numbers_have_their_check_characters()
    {
        // The samples of GB 11643 and GB 32100 as published, and one of the interface documents.
        Assert.Equal("11010519491231002X", Documents.Resident("110105", new(1949, 12, 31), 2));
        Assert.Equal("230183198603094823", Documents.Resident("230183", new(1986, 3, 9), 482));
        Assert.Equal("230183860309482", Documents.Fifteen("230183198603094823"));
        var random = new Random(1);
        for (var i = 0; i < 1000; i++)
        {
            Assert.Matches("^9[123]230183[0-9A-HJ-NP-RTUWXY]{10}$", Documents.Uscc(random, "230183"));
            Assert.Matches("^6228480[0-9]{12}$", Documents.CardNumber(random));
        }
    }

    [Fact]
    [Trait("Case", "SIM-34")]
    public async Task A_replay_sends_the_recorded_bytes_of_every_system_in_its_order_and_then_the_file_pair()
    {
        var folder = Record(1200, 2);
        await using var bank = await Harness.StartAsync();
        Assert.True(bank.Bank.Replay.Start(folder, null, false, default));
        var done = bank.Hub;
        await Harness.UntilAsync(() => File.Exists(Path.Combine(bank.WmsFolder, "WMS_CUST_20260601.ctl")));
        var records = File.ReadAllBytes(Path.Combine(bank.WmsFolder, "WMS_CUST_20260601.dat")).Count(b => b == '\n');
        await File.WriteAllTextAsync(Path.Combine(bank.WmsFolder, "WMS_CUST_20260601.rsp"), $"total={records},done={records - 1},refused=1\n2|1002|idtype|unknown code 77\n");
        await Harness.UntilAsync(() => bank.Bank.Replay.Progress().State == "done");

        var progress = bank.Bank.Replay.Progress();
        Assert.Equal((1200, 1200L, 1200L, 0L), (progress.Total, progress.Sent, progress.Answered, progress.Duplicates));
        Assert.Equal([new ReplayRefusal("WMS", "1002", 1)], progress.Refused);
        Assert.Empty(bank.Hub.Overlaps);
        foreach (var format in SystemFormats.All.Where(format => format.System != SystemFormats.FileSystem))
        {
            var recorded = format.Split(File.ReadAllBytes(Path.Combine(folder, $"{format.System}.bin"))).Select(Convert.ToHexString).ToList();
            var heard = done.From(format.System);
            Assert.Equal(recorded.Order(), heard.Select(one => Convert.ToHexString(one.Bytes)).Order());
            // Per customer in the recorded order; over several connections more cannot be promised.
            Assert.All(heard.GroupBy(one => one.Key), key => Assert.Equal(
                key.Select(one => recorded.IndexOf(Convert.ToHexString(one.Bytes))).Order(), key.Select(one => recorded.IndexOf(Convert.ToHexString(one.Bytes)))));
        }

        // One at a time is exactly in order.
        Assert.Equal(done.From("IBP").Select(one => one.Id).Order(StringComparer.Ordinal), done.From("IBP").Select(one => one.Id));
        // Every system holds what its messages said last, and goes on numbering after them.
        var lines = File.ReadAllLines(Path.Combine(folder, "truth.csv")).Skip(1).GroupBy(line => line.Split(',')[0]);
        Assert.All(lines, system => Assert.Equal(system.Count(), bank.System(system.Key).Book.Count));
    }

    [Fact]
    [Trait("Case", "SIM-35")]
    public async Task A_hub_that_is_killed_again_and_again_during_a_replay_gets_every_message()
    {
        var folder = Record(800, 4);
        await using var bank = await Harness.StartAsync(systems: ["CBS", "CLMS", "EBANK", "CARD", "IBP"]);
        var heard = new HashSet<(string, string)>();
        Assert.True(bank.Bank.Replay.Start(folder, null, false, default));
        for (var kill = 1; kill <= 3; kill++)
        {
            await Harness.UntilAsync(() => bank.Bank.Replay.Progress().Answered >= kill * 150);
            var killed = bank.Hub;
            await bank.RestartHubAsync();
            heard.UnionWith(killed.All.Select(one => (one.System, one.Id)));
        }

        await Harness.UntilAsync(() => bank.Bank.Replay.Progress().State == "done");
        heard.UnionWith(bank.Hub.All.Select(one => (one.System, one.Id)));
        var progress = bank.Bank.Replay.Progress();
        Assert.Equal(progress.Total, (int)progress.Answered);
        Assert.Equal(progress.Total, heard.Count);
    }

    [Fact]
    [Trait("Case", "SIM-34")]
    public async Task The_recorded_day_is_replayed_whole_and_the_systems_hold_what_it_says_last()
    {
        var folder = Path.GetDirectoryName(Granary.Tests.Shared.File("bank", "traffic", "order.csv"))!;
        await using var bank = await Harness.StartAsync();
        Assert.True(bank.Bank.Replay.Start(folder, null, false, default));
        await Harness.UntilAsync(() => File.Exists(Path.Combine(bank.WmsFolder, "WMS_CUST_20260601.ctl")));
        await File.WriteAllTextAsync(Path.Combine(bank.WmsFolder, "WMS_CUST_20260601.rsp"), "total=606,done=606,refused=0\n");
        await Harness.UntilAsync(() => bank.Bank.Replay.Progress().State == "done");
        var progress = bank.Bank.Replay.Progress();
        Assert.Equal((10_153L, 10_153L, 0L), (progress.Sent, progress.Answered, progress.Repeats));
        Assert.Equal(8_123, bank.Bank.Systems.Sum(system => system.Book.Count));
        TestContext.Current.TestOutputHelper?.WriteLine($"{progress}");
    }

    [Fact]
    [Trait("Case", "SIM-36")]
    public async Task What_a_running_bank_records_can_be_read_back()
    {
        var folder = Path.Combine(_folder, "live");
        int wms;
        await using (var bank = await Harness.StartAsync(record: folder))
        {
            for (var i = 0; i < 120; i++)
            {
                await bank.Bank.Life.StepAsync(default);
            }

            await Harness.UntilAsync(() => bank.Bank.Pending == 0);
            wms = bank.System("WMS").Book.Unanswered.Count;
            bank.Bank.Files!.Close(null);
        }

        var day = RecordedDay.Load(folder);
        Assert.NotEmpty(day.Online);
        Assert.Equal(wms, day.FileRecords);
    }

    private static bool HasSecondByte(string text, byte second) =>
        text.EnumerateRunes().Any(rune => Gb.Bytes(rune.ToString()) is [_, var last] && last == second);

    private string Record(int messages, int seed)
    {
        var folder = Path.Combine(_folder, Guid.NewGuid().ToString("N"));
        DayScript.Write(folder, messages, seed, new(2026, 6, 1));
        return folder;
    }
}
