using System.Text;
using Granary.Wire.Values;

namespace Granary.Wire.Tests;

/// <summary>What the six files say beside their formats, and what every format stands on.</summary>
public sealed class InterfaceTests
{
    [Fact]
    [Trait("Case", "WIRE-52")]
    public void The_six_files_say_what_the_documents_say_of_connections()
    {
        var cbs = Interfaces.Of("CBS").Connection;
        Assert.Equal((ConnectionKind.Short, 32, TimeSpan.FromSeconds(5), 4096), (cbs.Kind, cbs.MaxConnectionsIn, cbs.ReplyTimeout, cbs.MaxFrame));
        var clms = Interfaces.Of("CLMS").Connection;
        Assert.Equal((4, 64, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(90)), (clms.MaxConnectionsIn, clms.InFlight, clms.HeartbeatAfter!.Value, clms.CloseAfter));
        var card = Interfaces.Of("CARD").Connection;
        Assert.Equal((true, 16, 3, TimeSpan.FromSeconds(60)), (card.SignOn, card.InFlight, card.MissedHeartbeats, card.HeartbeatEvery!.Value));
        Assert.Equal((true, 1), (Interfaces.Of("IBP").Connection.InOrder, Interfaces.Of("IBP").Connection.InFlight));
        var files = Interfaces.Of("WMS").Connection.Files!;
        var day = new DateOnly(2026, 6, 1);
        Assert.Equal("WMS_CUST_20260601.dat", FileRules.NameOf(files.Inbound, day, files.Data));
        Assert.Equal(day, FileRules.DayOf(files.Inbound, files.Control, "WMS_CUST_20260601.ctl"));
        Assert.Null(FileRules.DayOf(files.Inbound, files.Control, "WMS_CUST_20260601.ctl.tmp"));
        Assert.Null(FileRules.DayOf(files.Outbound, files.Data, "WMS_CUST_20260601.dat"));
    }

    [Fact]
    [Trait("Case", "WIRE-08")]
    public void A_card_message_is_known_within_the_year_nearest_to_its_receipt()
    {
        var wire = Interfaces.Of("CARD");
        var fields = new Fields { ["sent"] = "12-31T23:59:59", ["at"] = "12-31T23:59:59", ["stan"] = "000001", ["rrn"] = "512310000001" };
        var january = new DateTimeOffset(2026, 1, 1, 0, 0, 5, TimeSpan.FromHours(8));
        Assert.Equal("2025-12-31T23:59:59-000001-512310000001", wire.MessageId(fields, january));
        Assert.Equal(2025, wire.SourceTime(fields, january)!.Value.Year);
        Assert.Equal(2026, wire.SourceTime(fields, january.AddMonths(10))!.Value.Year);
        Assert.Equal("", wire.MessageId(new Fields { ["sent"] = "12-31T23:59:59", ["stan"] = "000001" }, january));
        fields["at"] = "02-29T00:00:00";
        Assert.Equal(2028, wire.SourceTime(fields, january.AddYears(3))!.Value.Year);
        Assert.Equal("CBS1", Interfaces.Of("CBS").MessageId(new Fields { ["msgid"] = "CBS1" }, january));
    }

    [Fact]
    [Trait("Case", "WIRE-07")]
    public void A_control_file_is_read_and_written()
    {
        var text = "count=606\nsha256=b2b043df639a62a2b78023f25e2807c9ed5c8a60cc77bc7bcd865c3336ae0d95\n";
        Assert.Equal(text, ControlFile.Parse(text)!.Format());
        Assert.Equal(606, ControlFile.Parse(text.Replace("\n", "\r\n", StringComparison.Ordinal))!.Count);
        Assert.Null(ControlFile.Parse(text[..40]));
        Assert.Null(ControlFile.Parse(text.Replace("606", "-1", StringComparison.Ordinal)));
    }

    [Fact]
    [Trait("Case", "WIRE-09")]
    public void Every_character_of_Unicode_round_trips_in_GB18030_and_every_other_byte_sequence_is_refused()
    {
        var charset = Charset.Create("GB18030")!;
        var bytes = new byte[4];
        Span<char> chars = stackalloc char[2];
        for (var code = 0; code < 0x110000; code++)
        {
            if (code is >= 0xD800 and < 0xE000)
            {
                continue;
            }

            var length = new Rune(code).EncodeToUtf16(chars);
            var count = charset.Encode(chars[..length], bytes);
            Assert.True(charset.TryDecode(bytes.AsSpan(0, count)) is { } back && back.AsSpan().SequenceEqual(chars[..length]), $"U+{code:X}");
            Assert.Equal(count, charset.LengthOfCharacter(bytes.AsSpan(0, count)));
        }

        Assert.Null(charset.TryDecode([0x80]));
        Assert.Null(charset.TryDecode([0xFF]));
        Assert.Null(charset.TryDecode([0xB0]));
        Assert.Null(charset.TryDecode([0x81, 0x30, 0x81]));
    }
}
