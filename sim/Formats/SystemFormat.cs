using System.Buffers;
using System.Globalization;
using Granary.Sim.People;

namespace Granary.Sim.Formats;

/// <summary>One system's messages, as its own team would write them. A message is without its length prefix, a frame is with it.</summary>
internal abstract class SystemFormat
{
    /// <summary>What the hub calls itself in a sender field.</summary>
    public const string Hub = "ECIF";

    public abstract string System { get; }

    public abstract Conduct Conduct { get; }

    /// <summary>The names of the system's jsonl file, in its order.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>How precisely the format says when a change was made.</summary>
    public virtual string TimeForm => BeijingTime.Seconds;

    /// <summary>Takes one message off the buffer; false where more bytes are needed.</summary>
    /// <exception cref="BadFrameException">The length is no number or over the bound.</exception>
    public abstract bool TryReadMessage(ref ReadOnlySequence<byte> buffer, out byte[] message);

    /// <exception cref="BadMessageException">The bytes are no message of the format.</exception>
    public abstract Telegram Decode(ReadOnlySpan<byte> message);

    /// <summary>A whole frame that says these fields; texts are cut to their fields.</summary>
    /// <exception cref="UnfitException">A number or key does not fit.</exception>
    public abstract byte[] EncodeChange(Fields fields);

    public abstract byte[] EncodeReply(Telegram request, Answer answer, DateTimeOffset at, string? sender = null);

    /// <summary>Puts number n of a day into the message's own numbering.</summary>
    public virtual void Number(Fields fields, DateOnly day, long n) =>
        fields[Fields.MessageId] = string.Create(CultureInfo.InvariantCulture, $"{System}{day:yyyyMMdd}{n:0000000}");

    /// <summary>What a reply to these fields will be known by.</summary>
    public virtual string IdOf(Fields fields) => fields.Text(Fields.MessageId);

    /// <summary>Day and number inside an id of our own, or null for an id of another form.</summary>
    public virtual (DateOnly Day, long Number)? ReadNumber(Fields fields)
    {
        var id = fields.Text(Fields.MessageId);
        return id.Length == System.Length + 15 && id.StartsWith(System, StringComparison.Ordinal)
            && DateOnly.TryParseExact(id.AsSpan(System.Length, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && long.TryParse(id.AsSpan(System.Length + 8), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                ? (day, n)
                : null;
    }

    /// <summary>Asks the hub who has this document and name; null where the system has no such service.</summary>
    public virtual byte[]? EncodeInquiry(string id, Fields who, DateTimeOffset at) => null;

    /// <summary>Tells the hub an account of a customer, as docs/holdings.md describes it; null where the system does so at the end of the day only.</summary>
    /// <param name="fields">Number, time, operation, key and branch.</param>
    public virtual byte[]? EncodeHolding(Fields fields, Account account) => null;

    public virtual byte[]? EncodePing(long n, DateTimeOffset at) => null;

    public virtual byte[]? EncodePong(Telegram ping, DateTimeOffset at) => null;

    public virtual byte[]? EncodeSignOn(long n, DateTimeOffset at) => null;

    public virtual byte[]? EncodeSignOnReply(Telegram signOn, DateTimeOffset at) => null;

    public virtual string Code(Verdict verdict) => ReplyCode.Of(verdict);

    public Answer Say(Verdict verdict, string text = "", string party = "", string field = "") =>
        new(verdict, Code(verdict), text, party, field);

    /// <summary>Every message of a recording's file.</summary>
    public List<byte[]> Split(byte[] file)
    {
        var rest = new ReadOnlySequence<byte>(file);
        var messages = new List<byte[]>();
        while (TryReadMessage(ref rest, out var message))
        {
            messages.Add(message);
        }

        return rest.IsEmpty ? messages : throw new BadFrameException($"{System}: the file ends inside a message");
    }

    /// <summary>A message with its prefix or terminator again.</summary>
    public abstract byte[] Frame(byte[] message);
}
