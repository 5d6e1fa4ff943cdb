using System.Buffers;
using System.Text.Json;

namespace Granary.Wire.Tests;

/// <summary>The recording was made by others: what it says is what a decoder must find.</summary>
public sealed class RecordedTrafficTests
{
    // What our decoders find beyond the neutral form of the recording: the header, and places that it leaves out.
    private static readonly Dictionary<string, string[]> Extras = new()
    {
        ["CBS"] = ["sender", "sent", "teller", "idexpiry", "nationality", "ethnic", "phone", "occupation"],
        ["CLMS"] = ["sender", "head"],
        ["EBANK"] = ["op"],
        ["CARD"] = ["msgid", "sent"],
        ["IBP"] = [],
        ["WMS"] = [],
    };

    public static TheoryData<string, int> Systems => new()
    {
        { "CBS", 3495 }, { "CLMS", 1441 }, { "EBANK", 1836 }, { "CARD", 1709 }, { "IBP", 1066 }, { "WMS", 606 },
    };

    [Theory]
    [MemberData(nameof(Systems))]
    [Trait("Case", "WIRE-01")]
    public void Every_recorded_message_says_exactly_what_the_recording_says(string system, int count)
    {
        var expected = File.ReadAllLines(Shared.File("bank", "traffic", $"{system}.jsonl"));
        var frames = Recording.FramesOf(system);
        Assert.Equal(count, expected.Length);
        Assert.Equal(count, frames.Count);
        for (var i = 0; i < count; i++)
        {
            var decoded = Interfaces.Of(system).Decode(frames[i].Body);
            Assert.True(decoded.Fault is null, $"message {i}: {decoded.Fault?.Field} {decoded.Fault?.Text}");
            Assert.Equal(MessageRole.Change, decoded.Message!.Role);
            AssertSame(system, i, expected[i], decoded.Message.Fields);
        }
    }

    [Theory]
    [MemberData(nameof(Systems))]
    [Trait("Case", "WIRE-02")]
    public void Encoding_what_was_decoded_gives_the_recorded_bytes_back(string system, int count)
    {
        var frames = Recording.FramesOf(system);
        Assert.Equal(count, frames.Count);
        foreach (var (whole, body) in frames)
        {
            var encoded = Interfaces.Of(system).Encode(Interfaces.Of(system).Decode(body).Message!);
            Assert.True(whole.AsSpan().SequenceEqual(encoded), $"{Convert.ToHexString(whole)}\n{Convert.ToHexString(encoded)}");
        }
    }

    private static void AssertSame(string system, int index, string line, Fields fields)
    {
        using var json = JsonDocument.Parse(line);
        var seen = new HashSet<string> { "system" };
        foreach (var member in json.RootElement.EnumerateObject())
        {
            if (member.Name == "system")
            {
                Assert.Equal(system, member.Value.GetString());
                continue;
            }

            Assert.True(fields.TryGetValue(member.Name, out var value), $"message {index} has no {member.Name}");
            Assert.Equal(member.Value.GetString(), value);
            seen.Add(member.Name);
        }

        Assert.Empty(fields.Keys.Except(seen).Except(Extras[system]));
        Assert.Empty(fields.Groups);
    }
}
