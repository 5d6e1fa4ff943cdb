using System.Buffers;
using System.Text;
using Granary.Sim.Formats;

namespace Granary.Sim.Systems;

/// <summary>Wealth management: records of an end-of-day file, UTF-8, fields between bytes 0x01, each ended by LF.</summary>
internal sealed class Wms : SystemFormat
{
    private const char Separator = '\u0001';
    private static readonly UTF8Encoding Utf8 = new(false, true);
    private static readonly CodeMap Kinds = new((Fields.Person, "PER"), (Fields.Organisation, "ORG"));
    private static readonly string[] Places =
    [
        Fields.Key, Fields.Operation, Fields.Kind, Fields.Name, Fields.IdType, Fields.IdNumber, Fields.Mobile, Fields.Email, Fields.Address,
        Fields.Birth, Fields.Gender, Fields.Risk, Fields.At,
    ];

    public override string System => "WMS";

    public override Conduct Conduct { get; } = new() { MaxMessage = 1 << 16 };

    public override IReadOnlyList<string> Columns { get; } =
        ["op", "kind", "key", "name", "idtype", "idno", "mobile", "address", "birth", "gender", "at", "email", "risk"];

    public override bool TryReadMessage(ref ReadOnlySequence<byte> buffer, out byte[] message)
    {
        var reader = new SequenceReader<byte>(buffer);
        if (!reader.TryReadTo(out ReadOnlySequence<byte> record, (byte)'\n'))
        {
            message = [];
            return false;
        }

        message = record.ToArray();
        buffer = buffer.Slice(reader.Position);
        return true;
    }

    public override byte[] Frame(byte[] message) => [.. message, (byte)'\n'];

    public override Telegram Decode(ReadOnlySpan<byte> message)
    {
        string[] parts;
        try
        {
            parts = Utf8.GetString(message).Split(Separator);
        }
        catch (DecoderFallbackException)
        {
            throw new BadMessageException("record", "bytes that UTF-8 does not have");
        }

        if (parts.Length != Places.Length)
        {
            throw new BadMessageException("record", "not that many fields");
        }

        var fields = new Fields();
        for (var i = 0; i < Places.Length; i++)
        {
            fields[Places[i]] = parts[i];
        }

        fields[Fields.Kind] = Kinds.Common(fields.Text(Fields.Kind), "kind");
        return new(TelegramKind.Change, "", fields);
    }

    public override byte[] EncodeChange(Fields fields) => Frame(Utf8.GetBytes(string.Join(Separator, Places.Select(place => place switch
    {
        Fields.Kind => Kinds.Own(fields.Text(Fields.Kind), "kind"),
        Fields.At => BeijingTime.Parse(fields.Text(Fields.At)).Write(BeijingTime.Seconds),
        // The format has no escapes: what would break the record is written as a space.
        _ => fields.Text(place).Replace(Separator, ' ').Replace('\n', ' '),
    }))));

    public override byte[] EncodeReply(Telegram request, Answer answer, DateTimeOffset at, string? sender = null) =>
        throw new NotSupportedException("WMS answers a file, not a record: see EndOfDay");

    /// <summary>A record has no number on the wire (it is known by the file's date and its line); this one lives only in WMS's own books.</summary>
    public override string IdOf(Fields fields) => fields.Text(Fields.MessageId);
}
