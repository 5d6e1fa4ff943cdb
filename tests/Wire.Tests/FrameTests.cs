using System.Buffers;
using System.Text;

namespace Granary.Wire.Tests;

public sealed class FrameTests
{
    [Theory]
    [MemberData(nameof(Interfaces.All), MemberType = typeof(Interfaces))]
    [Trait("Case", "WIRE-20")]
    public void A_frame_is_found_wherever_the_stream_is_torn(string system)
    {
        var wire = Interfaces.Of(system);
        byte[] one = system == "WMS" ? "a\u0001b\n"u8.ToArray() : SampleTests.Sample(Directory.GetFiles(Path.Combine(Shared.RepositoryRoot, "tests", "Wire.Tests", "Samples"), $"{system}.change.*").Select(Path.GetFileName).First()!);
        byte[] two = [.. one, .. one];
        for (var cut = 0; cut < one.Length; cut++)
        {
            var partial = new ReadOnlySequence<byte>(two, 0, cut);
            Assert.False(wire.TryReadFrame(ref partial, out _, out var fault));
            Assert.Null(fault);
            Assert.Equal(cut, partial.Length);
            var torn = Torn(two, cut);
            Assert.True(wire.TryReadFrame(ref torn, out var first, out _));
            Assert.True(wire.TryReadFrame(ref torn, out var second, out _));
            Assert.Equal(first.ToArray(), second.ToArray());
            Assert.Equal(0, torn.Length);
        }
    }

    [Theory]
    [InlineData("CBS", "0000x447")]
    [InlineData("CBS", "GET")]
    [InlineData("CBS", "00004097")]
    [InlineData("CBS", "-0000447")]
    [InlineData("CLMS", "01048577")]
    [InlineData("CLMS", "99999999")]
    [InlineData("EBANK", "\u0000\u0010\u0000\u0001")]
    [InlineData("EBANK", "\u00ff\u00ff\u00ff\u00ff")]
    [InlineData("CARD", "\u00ff\u00ff")]
    [Trait("Case", "WIRE-21")]
    public void A_length_that_is_no_number_or_over_the_bound_is_a_bad_frame(string system, string bytes)
    {
        var buffer = new ReadOnlySequence<byte>(Encoding.Latin1.GetBytes(bytes));
        Assert.False(Interfaces.Of(system).TryReadFrame(ref buffer, out _, out var fault));
        Assert.Equal(FaultKind.BadFrame, fault!.Kind);
    }

    [Fact]
    [Trait("Case", "WIRE-21")]
    public void A_line_without_an_end_is_a_bad_frame_at_its_bound()
    {
        var wire = Interfaces.Of("IBP");
        var buffer = new ReadOnlySequence<byte>(new byte[4097]);
        Assert.False(wire.TryReadFrame(ref buffer, out _, out var fault));
        Assert.Null(fault);
        buffer = new ReadOnlySequence<byte>([.. new byte[4096], 13, 10]);
        Assert.True(wire.TryReadFrame(ref buffer, out var frame, out _));
        Assert.Equal(4096, frame.Length);
        buffer = new ReadOnlySequence<byte>(new byte[100_000]);
        Assert.False(wire.TryReadFrame(ref buffer, out _, out fault));
        Assert.Equal(FaultKind.BadFrame, fault!.Kind);
        Assert.Equal(100_000, buffer.Length);
    }

    [Fact]
    [Trait("Case", "WIRE-22")]
    public void Separators_that_are_the_second_half_of_a_character_do_not_separate()
    {
        var wire = Interfaces.Of("IBP");

        // GB18030: 乗 is 81 5C, 亅 is 81 7C: the second halves are \ and |.
        foreach (var text in new[] { "乗亅", "乗|亅\\", "|", "\\", "\\|乗", "𬭎乗", "\ue863亅" })
        {
            var view = wire.Fit(Views.Of(("name", [("", text)]), ("document", [("type", "01"), ("number", "1")]), ("address.home", [("text", text + text)]))).View;
            var change = wire.Change(new Outgoing("K1", true, view, "M1", 1, DateTimeOffset.UnixEpoch));
            var fields = wire.Decode(wire.Encode(change).AsSpan()[..^2]).Message!.Fields;
            Assert.Equal(text, fields["name"]);
            Assert.Equal(text + text, fields["address"]);
        }
    }

    private static ReadOnlySequence<byte> Torn(byte[] bytes, int at)
    {
        var first = new Segment(bytes.AsMemory(0, at), null);
        var second = new Segment(bytes.AsMemory(at), first);
        return new ReadOnlySequence<byte>(first, 0, second, second.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, Segment? before)
        {
            Memory = memory;
            if (before is not null)
            {
                before.Next = this;
                RunningIndex = before.RunningIndex + before.Memory.Length;
            }
        }
    }
}
