using System.Text;
using Granary.Sim.Formats;
using Granary.Sim.Running;
using Granary.Sim.Systems;

namespace Granary.Sim.Tests;

/// <summary>WMS and its files.</summary>
public sealed class EndOfDayTests
{
    private static readonly DateOnly Day = new(2026, 6, 1);

    [Fact]
    [Trait("Case", "SIM-40")]
    public async Task The_end_of_the_day_writes_the_pair_and_the_response_answers_its_records()
    {
        await using var bank = await Harness.StartAsync(systems: ["WMS"]);
        await FillAsync(bank, 5);
        Assert.Equal(Day, bank.Bank.Files!.Close(Day));
        var count = bank.System("WMS").Book.Unanswered.Count;
        var dat = await File.ReadAllBytesAsync(Path.Combine(bank.WmsFolder, "WMS_CUST_20260601.dat"));
        Assert.Equal(EndOfDay.Control(dat), await File.ReadAllBytesAsync(Path.Combine(bank.WmsFolder, "WMS_CUST_20260601.ctl")));
        Assert.Equal(count, new Wms().Split(dat).Count);
        Assert.Equal(count, bank.Bank.Pending);

        await File.WriteAllTextAsync(Path.Combine(bank.WmsFolder, "WMS_CUST_20260601.rsp"), $"total={count},done={count - 1},refused=1\n1|1002|birth|1986-02-30 is no date\n");
        await Harness.UntilAsync(() => bank.Bank.Pending == 0);
        Assert.Equal(1, bank.System("WMS").Counters.Refusals["1002"]);
        Assert.Empty(bank.System("WMS").Book.Unanswered);
    }

    [Fact]
    [Trait("Case", "SIM-41")]
    public async Task A_day_is_closed_once_and_the_next_close_is_of_the_next_day()
    {
        await using var bank = await Harness.StartAsync(systems: ["WMS"]);
        Assert.Null(bank.Bank.Files!.Close(Day)); // nothing changed
        await FillAsync(bank, 1);
        Assert.Equal(Day, bank.Bank.Files.Close(Day));
        await FillAsync(bank, 1);
        Assert.Equal(Day.AddDays(1), bank.Bank.Files.Close(Day));
    }

    [Fact]
    [Trait("Case", "SIM-42")]
    public async Task The_hubs_pair_is_taken_record_by_record_and_answered_by_line()
    {
        await using var bank = await Harness.StartAsync(systems: ["WMS"]);
        await FillAsync(bank, 1);
        var key = bank.System("WMS").Book.Customers[0].Key;
        await TellAsync(bank, [Record(key, "13904510001"), Record("W000000000", "13904510002")], null);
        Assert.Equal("total=2,done=1,refused=1\n2|3001|key|客户不存在\n", await ResponseAsync(bank));
        Assert.Equal("13904510001", bank.System("WMS").Book.Find(key)!.Fields[Fields.Mobile]);
    }

    [Fact]
    [Trait("Case", "SIM-43")]
    public async Task A_pair_whose_control_file_does_not_fit_is_refused_whole()
    {
        await using var bank = await Harness.StartAsync(systems: ["WMS"]);
        await FillAsync(bank, 1);
        var key = bank.System("WMS").Book.Customers[0].Key;
        await TellAsync(bank, [Record(key, "13904510001")], "count=2\nsha256=00\n");
        Assert.StartsWith("total=1,done=0,refused=1\n", await ResponseAsync(bank), StringComparison.Ordinal);
        Assert.NotEqual("13904510001", bank.System("WMS").Book.Find(key)!.Fields[Fields.Mobile]);
    }

    private static async Task FillAsync(Harness bank, int more)
    {
        var before = bank.System("WMS").Book.Unanswered.Count(record => record.Filed is null);
        while (bank.System("WMS").Book.Unanswered.Count(record => record.Filed is null) < before + more)
        {
            await bank.Bank.Life.StepAsync(default);
        }
    }

    private static byte[] Record(string key, string mobile) => new Wms().EncodeChange(new()
    {
        [Fields.Key] = key, [Fields.Operation] = "U", [Fields.Kind] = Fields.Person, [Fields.Name] = "赵玥", [Fields.Mobile] = mobile, [Fields.At] = "2026-06-01T09:00:00",
    });

    private static async Task TellAsync(Harness bank, byte[][] records, string? control)
    {
        byte[] dat = [.. records.SelectMany(record => record)];
        await File.WriteAllBytesAsync(Path.Combine(bank.WmsFolder, "ECIF_CUST_20260601.dat"), dat);
        await File.WriteAllBytesAsync(Path.Combine(bank.WmsFolder, "ECIF_CUST_20260601.part"), control is null ? EndOfDay.Control(dat) : Encoding.ASCII.GetBytes(control));
        File.Move(Path.Combine(bank.WmsFolder, "ECIF_CUST_20260601.part"), Path.Combine(bank.WmsFolder, "ECIF_CUST_20260601.ctl"));
    }

    private static async Task<string> ResponseAsync(Harness bank)
    {
        var path = Path.Combine(bank.WmsFolder, "ECIF_CUST_20260601.rsp");
        await Harness.UntilAsync(() => File.Exists(path));
        return await File.ReadAllTextAsync(path);
    }
}
