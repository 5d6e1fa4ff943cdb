using System.Buffers;

namespace Granary.Wire.Tests;

/// <summary>Whatever the bytes are, decoding gives a message or a fault, and what can be answered has an answer that can be written.</summary>
public sealed class FuzzTests
{
    // What means something to one of the codecs.
    private const string Telling = "|\\<>{}[]\"&;:=0 9\0\u0001\r\n";

    [Theory]
    [MemberData(nameof(Interfaces.All), MemberType = typeof(Interfaces))]
    [Trait("Case", "WIRE-40")]
    public void Decoding_never_throws(string system)
    {
        var seed = Random.Shared.Next();
        TestContext.Current.SendDiagnosticMessage($"seed {seed}");
        var random = new Random(seed);
        var wire = Interfaces.Of(system);
        var frames = Seeds(wire);
        var (messages, faults) = (0, 0);
        for (var i = 0; i < 8_000; i++)
        {
            var bytes = Mutate(random, frames[random.Next(frames.Count)], frames);
            try
            {
                var decoded = wire.Decode(bytes);
                Assert.True(decoded.Message is null != (decoded.Fault is null));
                if (decoded.Fault is { } fault)
                {
                    faults++;
                    if (fault.Readable is { } readable && wire.Reply(readable, new ReplyContent(ReplyVerdict.BadField, "", fault.Field, fault.Text, DateTimeOffset.UnixEpoch)) is { } reply)
                    {
                        wire.Encode(reply);
                    }
                }
                else
                {
                    messages++;
                    wire.Fit(wire.ReadCustomer(decoded.Message!.Fields));
                }

                var buffer = new ReadOnlySequence<byte>(bytes);
                while (wire.TryReadFrame(ref buffer, out _, out _))
                {
                }
            }
            catch (Exception wrong) when (wrong is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"seed {seed}, round {i}: {wrong}\n{Convert.ToHexString(bytes)}");
            }
        }

        Assert.True(messages > 0 && faults > 0);
    }

    private static List<byte[]> Seeds(Interface wire)
    {
        var folder = Path.Combine(Shared.RepositoryRoot, "tests", "Wire.Tests", "Samples");
        var seeds = Directory.GetFiles(folder, wire.System + ".*").Select(Path.GetFileName).Where(file => !file!.Contains("response", StringComparison.Ordinal))
            .Select(file => Recording.Cut(wire, SampleTests.Sample(file!))[0].Body).ToList();
        var view = wire.Fit(Views.Of(("name", [("", "赵玥𬭎")]), ("document", [("type", "01"), ("number", "230183198603094823")]), ("address.home", [("text", "乗|亅\\12号")]))).View;
        seeds.Add(Recording.Cut(wire, wire.Encode(wire.Change(new Outgoing("K1", true, view, "M1", 1, DateTimeOffset.UnixEpoch))))[0].Body);
        return seeds;
    }

    private static byte[] Mutate(Random random, byte[] from, List<byte[]> all)
    {
        var bytes = from.ToList();
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            var at = random.Next(bytes.Count + 1);
            switch (random.Next(6))
            {
                case 0 when at < bytes.Count:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1 when at < bytes.Count:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, Enumerable.Range(0, random.Next(1, 8)).Select(_ => (byte)random.Next(256)));
                    break;
                case 3 when at < bytes.Count:
                    bytes[at] = (byte)Telling[random.Next(Telling.Length)];
                    break;
                case 4:
                    var other = all[random.Next(all.Count)];
                    var start = random.Next(other.Length);
                    bytes.InsertRange(at, other.Skip(start).Take(random.Next(60)));
                    break;
                default:
                    bytes = bytes[..at];
                    break;
            }
        }

        return [.. bytes];
    }
}
