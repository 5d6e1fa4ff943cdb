using System.Security.Cryptography;
using System.Text;
using Granary.Ecif.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Gateway.Tests;

/// <summary>File pairs of the end of the day, both ways.</summary>
public sealed class FileTests
{
    private const int Patience = 60_000;

    private static readonly DateOnly Day = new(2026, 6, 1);

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-60")]
    public async Task A_pair_is_taken_and_each_line_gets_its_verdict()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Master.OnMessage = message => Task.FromResult<Verdict?>(message.Key == "W2"
            ? new Verdict(Outcome.Refused, Reason.BadField, null, "birth", "1986-02-30 is no date")
            : null);
        await WritePairAsync(gateway, Records("W1", "W2", "W3"));
        Assert.Equal("total=3,done=2,refused=1\n2|1002|birth|1986-02-30 is no date\n", await ResponseAsync(gateway));
        Assert.Equal(["20260601-1", "20260601-2", "20260601-3"], gateway.Master.Submitted.Select(message => message.MessageId).Order(StringComparer.Ordinal));
        Assert.All(gateway.Master.Submitted, message => Assert.Equal("R2", message.Attributes[PartyAttribute.RiskLevel]));
        Assert.Equal("files", gateway.Status("WMS").Kind);
        Assert.Equal(3, gateway.Status("WMS").Received);
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-61")]
    public async Task A_data_file_without_its_control_file_is_left_alone()
    {
        await using var gateway = await TestGateway.StartAsync();
        var records = Records("W1");
        await File.WriteAllBytesAsync(PathOf(gateway, "WMS", "dat"), records, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(gateway.Files, "WMS_CUST_20260602.ctl"), "count=0\nsha256=none\n", TestContext.Current.CancellationToken);
        await TestGateway.UntilAsync(() => !gateway.Master.Refused.IsEmpty);
        Assert.Empty(gateway.Master.Submitted);
        await WriteControlAsync(gateway, records, 1);
        Assert.StartsWith("total=1,done=1,refused=0", await ResponseAsync(gateway), StringComparison.Ordinal);
    }

    [Theory(Timeout = Patience)]
    [Trait("Case", "GATE-62")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_wrong_count_or_hash_refuses_the_pair_whole_and_a_corrected_one_is_taken(bool wrongCount)
    {
        await using var gateway = await TestGateway.StartAsync();
        var records = Records("W1", "W2");
        await File.WriteAllBytesAsync(PathOf(gateway, "WMS", "dat"), records, TestContext.Current.CancellationToken);
        await WriteControlAsync(gateway, wrongCount ? records : Records("W9"), wrongCount ? 3 : 2);
        Assert.StartsWith($"total={(wrongCount ? 3 : 2)},done=0,refused=1\n0|1001|", await ResponseAsync(gateway), StringComparison.Ordinal);
        Assert.Empty(gateway.Master.Submitted);
        Assert.Single(gateway.Master.Refused);

        await WriteControlAsync(gateway, records, 2);
        await TestGateway.UntilAsync(() => File.ReadAllText(PathOf(gateway, "WMS", "rsp")).StartsWith("total=2,done=2", StringComparison.Ordinal));
        Assert.Equal(2, gateway.Master.Submitted.Count);
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-63")]
    public async Task The_same_pair_again_changes_nothing_and_another_content_of_the_day_is_refused()
    {
        await using var gateway = await TestGateway.StartAsync();
        await WritePairAsync(gateway, Records("W1", "W2"));
        var response = await ResponseAsync(gateway);

        File.Delete(PathOf(gateway, "WMS", "rsp"));
        await WritePairAsync(gateway, Records("W1", "W2"));
        Assert.Equal(response, await ResponseAsync(gateway));
        Assert.Equal(2, gateway.Master.Submitted.Count);

        await WritePairAsync(gateway, Records("W1", "W3"));
        await TestGateway.UntilAsync(() => File.ReadAllText(PathOf(gateway, "WMS", "rsp")).Contains("\n0|", StringComparison.Ordinal));
        Assert.Equal(2, gateway.Master.Submitted.Count);
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-64")]
    public async Task A_file_cut_off_in_the_middle_is_taken_up_where_it_stopped()
    {
        var master = new FakeMaster();
        var folder = Directory.CreateTempSubdirectory("granary-gateway-").FullName;
        var stuck = new TaskCompletionSource<Verdict?>();
        master.OnMessage = message => message.Key == "W3" ? stuck.Task : Task.FromResult<Verdict?>(null);
        await using (var first = await TestGateway.StartAsync(master: master, folder: folder))
        {
            await WritePairAsync(first, Records("W1", "W2", "W3", "W4"));
            await TestGateway.UntilAsync(() => master.Submitted.Count == 4);
            Assert.False(File.Exists(PathOf(first, "WMS", "rsp")));
            Directory.CreateDirectory(folder + "-kept");
            foreach (var file in Directory.GetFiles(first.Files))
            {
                File.Copy(file, Path.Combine(folder + "-kept", Path.GetFileName(file)));
            }
        }

        // The register and the inbox know what was committed; the files lie as they lay.
        master.Submitted.Clear();
        master.OnMessage = _ => Task.FromResult<Verdict?>(null);
        Directory.CreateDirectory(folder);
        Directory.Move(folder + "-kept", Path.Combine(folder, "wms"));
        await using var second = await TestGateway.StartAsync(master: master, folder: folder);
        Assert.Equal("total=4,done=4,refused=0\n", await ResponseAsync(second));
        Assert.Equal("20260601-3", Assert.Single(master.Submitted).MessageId);
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-65")]
    public async Task A_bad_record_does_not_stop_the_others()
    {
        await using var gateway = await TestGateway.StartAsync();
        byte[] records = [.. Records("W1"), .. "only\u0001three\u0001fields\n"u8, .. "\xFF\xFE\n"u8, .. new byte[70_000].Select(_ => (byte)'x'), (byte)'\n', .. Records("W5")];
        await WritePairAsync(gateway, records, 5);
        var lines = (await ResponseAsync(gateway)).Split('\n');
        Assert.Equal("total=5,done=2,refused=3", lines[0]);
        Assert.StartsWith("2|", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("3|", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("4|1001|", lines[3], StringComparison.Ordinal);
        Assert.Equal(["20260601-2", "20260601-3", "20260601-4"], gateway.Master.Refused.Select(refused => refused.MessageId).Order(StringComparer.Ordinal));
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-66")]
    public async Task A_busy_intake_is_asked_again_and_a_customers_records_keep_their_order()
    {
        await using var gateway = await TestGateway.StartAsync();
        var busy = 3;
        var applied = new List<string>();
        gateway.Master.OnMessage = async message =>
        {
            await Task.Yield();
            if (message.Key == "W1" && Interlocked.Decrement(ref busy) >= 0)
            {
                return FakeMaster.Busy;
            }

            lock (applied)
            {
                applied.Add(message.MessageId);
            }

            return null;
        };
        await WritePairAsync(gateway, Records("W1", "W2", "W1", "W2", "W1"));
        Assert.StartsWith("total=5,done=5,refused=0", await ResponseAsync(gateway), StringComparison.Ordinal);
        Assert.Equal(["20260601-1", "20260601-3", "20260601-5"], applied.Where(id => id[^1] is '1' or '3' or '5'));
        Assert.Equal(["20260601-2", "20260601-4"], applied.Where(id => id[^1] is '2' or '4'));
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-67")]
    public async Task The_hubs_own_pair_is_whole_and_the_same_for_the_same_deliveries()
    {
        await using var gateway = await TestGateway.StartAsync();
        var link = gateway.Services.GetRequiredService<ISystemFileLink>();
        Delivery[] deliveries = [TestGateway.Delivery("WMS", "W1", 1), TestGateway.Delivery("WMS", "W2", 2)];
        await link.WriteAsync(Day, deliveries, TestContext.Current.CancellationToken);
        var data = await File.ReadAllBytesAsync(PathOf(gateway, "ECIF", "dat"), TestContext.Current.CancellationToken);
        var control = await File.ReadAllTextAsync(PathOf(gateway, "ECIF", "ctl"), TestContext.Current.CancellationToken);
        Assert.Equal(2, data.Count(value => value == '\n'));
        Assert.StartsWith("W1\u0001U\u0001PER\u0001赵玥\u000101\u0001230183198603094823", Encoding.UTF8.GetString(data), StringComparison.Ordinal);
        Assert.Contains("count=2", control, StringComparison.Ordinal);
        Assert.Contains("sha256=" + Convert.ToHexStringLower(SHA256.HashData(data)), control, StringComparison.Ordinal);

        await link.WriteAsync(Day, deliveries, TestContext.Current.CancellationToken);
        Assert.Equal(data, await File.ReadAllBytesAsync(PathOf(gateway, "ECIF", "dat"), TestContext.Current.CancellationToken));
        Assert.Empty(Directory.GetFiles(gateway.Files, "*.part"));
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "GATE-68")]
    public async Task The_answer_to_the_hubs_pair_is_read_once_it_is_whole()
    {
        await using var gateway = await TestGateway.StartAsync();
        var link = gateway.Services.GetRequiredService<ISystemFileLink>();
        Assert.Null(await link.ReadResponseAsync(Day, 3, TestContext.Current.CancellationToken));
        await File.WriteAllTextAsync(PathOf(gateway, "ECIF", "rsp"), "total=3,done=1,refused=2\n2|3001||unknown\n", TestContext.Current.CancellationToken);
        Assert.Null(await link.ReadResponseAsync(Day, 3, TestContext.Current.CancellationToken));
        await File.AppendAllTextAsync(PathOf(gateway, "ECIF", "rsp"), "3|1002|birth|no date\n", TestContext.Current.CancellationToken);
        var replies = await link.ReadResponseAsync(Day, 3, TestContext.Current.CancellationToken);
        Assert.NotNull(replies);
        Assert.Equal([DeliveryOutcome.Done, DeliveryOutcome.NotFound, DeliveryOutcome.Refused], replies.OrderBy(reply => reply.Key).Select(reply => reply.Value.Outcome));
        Assert.Equal("no date", replies[3].Text);
        var fewer = await link.ReadResponseAsync(Day, 1, TestContext.Current.CancellationToken);
        Assert.Equal(DeliveryOutcome.Refused, fewer![3].Outcome);

        await File.WriteAllTextAsync(PathOf(gateway, "ECIF", "rsp"), "total=3,done=0,refused=1\n0|1001||sha256\n", TestContext.Current.CancellationToken);
        replies = await link.ReadResponseAsync(Day, 3, TestContext.Current.CancellationToken);
        Assert.NotNull(replies);
        Assert.All(replies.Values, reply => Assert.Equal(DeliveryOutcome.Refused, reply.Outcome));
    }

    private static byte[] Records(params string[] keys) => Encoding.UTF8.GetBytes(string.Concat(keys.Select(key =>
        $"{key}\u0001U\u0001PER\u0001赵玥\u000101\u0001230183198603094823\u000113904510001\u0001\u0001黑龙江省尚志市\u00011986-03-09\u0001F\u0001R2\u00012026-06-01T09:00:00\n")));

    private static async Task WritePairAsync(TestGateway gateway, byte[] records, int? count = null)
    {
        File.Delete(PathOf(gateway, "WMS", "ctl"));
        await File.WriteAllBytesAsync(PathOf(gateway, "WMS", "dat"), records, TestContext.Current.CancellationToken);
        await WriteControlAsync(gateway, records, count ?? records.Count(value => value == '\n'));
    }

    /// <summary>Written under another name and renamed, so that nobody sees half of it.</summary>
    private static async Task WriteControlAsync(TestGateway gateway, byte[] records, int count)
    {
        var path = PathOf(gateway, "WMS", "ctl");
        await File.WriteAllTextAsync(path + ".new", $"count={count}\nsha256={Convert.ToHexStringLower(SHA256.HashData(records))}\n", TestContext.Current.CancellationToken);
        File.Move(path + ".new", path, overwrite: true);
    }

    private static async Task<string> ResponseAsync(TestGateway gateway)
    {
        var path = PathOf(gateway, "WMS", "rsp");
        await TestGateway.UntilAsync(() => File.Exists(path));
        return await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
    }

    private static string PathOf(TestGateway gateway, string sender, string extension) => Path.Combine(gateway.Files, $"{sender}_CUST_20260601.{extension}");
}
