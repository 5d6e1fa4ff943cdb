using System.Text.Json;
using Granary.Ecif.Contracts;
using Granary.Tests;

namespace Granary.Gateway.Tests;

/// <summary>A recorded day over real sockets: bytes that others wrote.</summary>
public sealed class RecordedDayTests
{
    [Theory(Timeout = 300_000)]
    [Trait("Case", "GATE-70")]
    [InlineData("CBS")]
    [InlineData("CLMS")]
    [InlineData("EBANK")]
    [InlineData("CARD")]
    [InlineData("IBP")]
    public async Task Every_recorded_message_reaches_intake_once_and_in_its_order_and_is_answered(string system)
    {
        var bytes = await File.ReadAllBytesAsync(Shared.File("bank", "traffic", $"{system}.bin"), TestContext.Current.CancellationToken);
        var lines = await File.ReadAllLinesAsync(Shared.File("bank", "traffic", $"{system}.jsonl"), TestContext.Current.CancellationToken);
        var limits = TestGateway.Limits();
        limits.InFlightSlack = lines.Length; // the recording is sent as one stream, without waiting for replies
        await using var gateway = await TestGateway.StartAsync(limits);
        await using var peer = await RequestTests.SignedOnAsync(gateway, system);
        var sending = Task.Run(() => peer.SendAsync(bytes));
        for (var reply = 0; reply < lines.Length; reply++)
        {
            Assert.Contains("8000000001234", await peer.ReadTextAsync(), StringComparison.Ordinal);
        }

        await sending;
        Assert.Empty(gateway.Master.Refused);
        Assert.Equal(lines.Select(KeyOf), gateway.Master.Submitted.Select(message => message.Key));
        Assert.Equal(lines.Length, gateway.Master.Submitted.Select(message => message.MessageId).Distinct(StringComparer.Ordinal).Count());
        await TestGateway.UntilAsync(() => gateway.Status(system) is { } status && status.Received == lines.Length && status.Replied == lines.Length);
    }

    [Fact(Timeout = 300_000)]
    [Trait("Case", "GATE-71")]
    public async Task The_recorded_file_pair_is_taken_line_by_line()
    {
        var lines = await File.ReadAllLinesAsync(Shared.File("bank", "traffic", "WMS.jsonl"), TestContext.Current.CancellationToken);
        var traffic = Shared.File("bank", "traffic");
        await using var gateway = await TestGateway.StartAsync();
        var control = Assert.Single(Directory.GetFiles(traffic, "*.ctl"));
        File.Copy(Path.ChangeExtension(control, ".dat"), Path.Combine(gateway.Files, Path.GetFileName(Path.ChangeExtension(control, ".dat"))));
        File.Copy(control, Path.Combine(gateway.Files, Path.GetFileName(control)));
        var response = Path.Combine(gateway.Files, Path.GetFileName(Path.ChangeExtension(control, ".rsp")));
        await TestGateway.UntilAsync(() => File.Exists(response));
        Assert.Equal($"total={lines.Length},done={lines.Length},refused=0\n", await File.ReadAllTextAsync(response, TestContext.Current.CancellationToken));
        Assert.Equal(
            lines.Select((line, index) => (KeyOf(line), $"-{index + 1}")),
            gateway.Master.Submitted.OrderBy(Line).Select(message => (message.Key, message.MessageId[8..])));
    }

    private static string KeyOf(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.GetProperty("key").GetString()!;
    }

    private static int Line(SourceMessage message) => int.Parse(message.MessageId.AsSpan(9), System.Globalization.CultureInfo.InvariantCulture);
}
