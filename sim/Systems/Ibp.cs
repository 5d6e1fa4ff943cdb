using System.Buffers;
using System.Text;
using Granary.Sim.Formats;

namespace Granary.Sim.Systems;

/// <summary>Agency business platform: lines of fields between bars, one message at a time.</summary>
internal sealed class Ibp : SystemFormat
{
    private static readonly CodeMap Kinds = new((Fields.Person, "P"), (Fields.Organisation, "C"));

    /// <summary>Fields of a CUST line after the word itself, in order.</summary>
    private static readonly string[] Places =
    [
        Fields.MessageId, Fields.At, Fields.Branch, Fields.Operation, Fields.Key, Fields.Kind, Fields.Name, Fields.IdType, Fields.IdNumber,
        Fields.Mobile, Fields.Address, Fields.Birth,
    ];

    public override string System => "IBP";

    public override Conduct Conduct { get; } = new()
    {
        InFlight = 1,
        ReplyWithin = TimeSpan.FromSeconds(10),
        PingAfter = TimeSpan.FromSeconds(60),
        SilenceCloses = TimeSpan.FromSeconds(70), // PING after 60 s, PONG within 10 s.
        MaxMessage = 4096,
        HubPort = 7105,
        OwnPort = 7205,
    };

    public override IReadOnlyList<string> Columns { get; } =
        ["msgid", "op", "kind", "key", "branch", "name", "idtype", "idno", "mobile", "address", "birth", "at"];

    public override bool TryReadMessage(ref ReadOnlySequence<byte> buffer, out byte[] message) =>
        Framing.TryReadLine(ref buffer, Conduct.MaxMessage, out message);

    public override byte[] Frame(byte[] message) => [.. message, (byte)'\r', (byte)'\n'];

    public override Telegram Decode(ReadOnlySpan<byte> message)
    {
        // Characters first, bars after: the second byte of a character may be 0x5C or 0x7C.
        var parts = Split(Gb.Text(message, "line"));
        var id = parts.Count > 1 ? parts[1] : "";
        switch (parts[0])
        {
            case "PING":
                return new(TelegramKind.Ping, "", []);
            case "PONG":
                return new(TelegramKind.Pong, "", []);
            case "ACK" when parts.Count == 5:
                return new(TelegramKind.Reply, id, new() { [Fields.MessageId] = id }, new(ReplyCode.Read(parts[2]), parts[2], parts[4], parts[3]));
            case "CUST" when parts.Count == Places.Length + 1:
                var fields = new Fields();
                for (var i = 0; i < Places.Length; i++)
                {
                    fields[Places[i]] = parts[i + 1];
                }

                fields[Fields.At] = BeijingTime.Convert(fields.Text(Fields.At), "yyyyMMddHHmmss", BeijingTime.Seconds, "3");
                fields[Fields.Kind] = Kinds.Common(fields.Text(Fields.Kind), "7");
                return new(TelegramKind.Change, id, fields);
            case "CUST" or "ACK":
                throw new BadMessageException("line", "not that many fields");
            default:
                return new(TelegramKind.Unknown, id, new() { [Fields.MessageId] = id });
        }
    }

    public override byte[] EncodeChange(Fields fields)
    {
        var line = new StringBuilder("CUST");
        foreach (var place in Places)
        {
            line.Append('|').Append(place switch
            {
                Fields.At => BeijingTime.Parse(fields.Text(Fields.At)).Write("yyyyMMddHHmmss"),
                Fields.Kind => Kinds.Own(fields.Text(Fields.Kind), "7"),
                _ => Escape(fields.Text(place)),
            });
        }

        var bytes = Gb.Bytes(line.ToString());
        return bytes.Length + 2 <= Conduct.MaxMessage ? Frame(bytes) : throw new UnfitException("line");
    }

    public override byte[] EncodeReply(Telegram request, Answer answer, DateTimeOffset at, string? sender = null) =>
        Frame(Gb.Bytes($"ACK|{Escape(request.Id)}|{answer.Code}|{Escape(answer.Party)}|{Escape(answer.Text)}"));

    public override byte[] EncodePing(long n, DateTimeOffset at) => Frame("PING"u8.ToArray());

    public override byte[] EncodePong(Telegram ping, DateTimeOffset at) => Frame("PONG"u8.ToArray());

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);

    private static List<string> Split(string line)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\' && i + 1 < line.Length && line[i + 1] is '|' or '\\')
            {
                part.Append(line[++i]);
            }
            else if (line[i] == '|')
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else
            {
                part.Append(line[i]);
            }
        }

        parts.Add(part.ToString());
        return parts;
    }
}
