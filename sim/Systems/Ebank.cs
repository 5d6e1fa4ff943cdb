using System.Buffers;
using System.Text;
using System.Text.Json;
using Granary.Sim.Formats;

namespace Granary.Sim.Systems;

/// <summary>Internet and mobile banking: JSON in UTF-8, many in flight.</summary>
internal sealed class Ebank : SystemFormat
{
    private const string Changed = "customer.changed";
    private const string Query = "customer.query";
    private static readonly UTF8Encoding Utf8 = new(false, true);
    private static readonly CodeMap IdTypes = new(
        ("01", "id"), ("02", "tempid"), ("03", "passport"), ("04", "hukou"), ("05", "officer"), ("06", "hmpermit"), ("07", "twpermit"), ("08", "frp"),
        ("20", "uscc"), ("21", "licence"), ("22", "orgcode"));

    public override string System => "EBANK";

    public override Conduct Conduct { get; } = new()
    {
        Connections = 8,
        InFlight = 256,
        ReplyWithin = TimeSpan.FromSeconds(10),
        MaxMessage = 1 << 20,
        HubPort = 7103,
        OwnPort = 7203,
    };

    public override IReadOnlyList<string> Columns { get; } =
        ["msgid", "kind", "key", "name", "idtype", "idno", "address", "county", "status", "at", "mobile", "email", "gender", "birth"];

    public override string TimeForm => BeijingTime.Milliseconds;

    public override bool TryReadMessage(ref ReadOnlySequence<byte> buffer, out byte[] message) =>
        Framing.TryReadBinary(ref buffer, 4, Conduct.MaxMessage, out message);

    public override byte[] Frame(byte[] message) => Framing.WithBinary(message, 4);

    public override Telegram Decode(ReadOnlySpan<byte> message)
    {
        try
        {
            using var document = JsonDocument.Parse(Utf8.GetString(message));
            return Read(document.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or DecoderFallbackException)
        {
            throw new BadMessageException("", "no JSON of this format");
        }
    }

    public override byte[] EncodeChange(Fields fields)
    {
        var json = new StringBuilder("{\"id\":").Quote(fields.Text(Fields.MessageId))
            .Append(",\"type\":\"").Append(Changed).Append("\",\"at\":").Quote(fields.Text(Fields.At) + "+08:00").Append(",\"data\":");
        return FrameText(WriteData(json, fields).Append('}'));
    }

    public override byte[] EncodeReply(Telegram request, Answer answer, DateTimeOffset at, string? sender = null)
    {
        var json = new StringBuilder("{\"id\":").Quote(request.Id);
        if (answer.Verdict is Verdict.Done or Verdict.Repeated)
        {
            json.Append(",\"ok\":true");
            if (answer.Party.Length > 0)
            {
                json.Append(",\"partyNo\":").Quote(answer.Party);
            }

            if (request.Kind == TelegramKind.Inquiry)
            {
                WriteData(json.Append(",\"data\":"), request.Fields);
            }
        }
        else
        {
            json.Append(",\"ok\":false,\"code\":").Quote(answer.Code).Append(",\"message\":").Quote(answer.Text);
            if (answer.Field.Length > 0)
            {
                json.Append(",\"field\":").Quote(answer.Field);
            }
        }

        return FrameText(json.Append('}'));
    }

    public override byte[] EncodeInquiry(string id, Fields who, DateTimeOffset at) => FrameText(
        new StringBuilder("{\"id\":").Quote(id).Append(",\"type\":\"").Append(Query).Append("\",\"data\":{\"cert\":{\"type\":")
            .Quote(IdTypes.Own(who.Text(Fields.IdType), "data.cert.type")).Append(",\"number\":").Quote(who.Text(Fields.IdNumber))
            .Append("},\"realName\":").Quote(who.Text(Fields.Name)).Append("}}"));

    public override byte[] EncodePing(long n, DateTimeOffset at) =>
        FrameText(new StringBuilder("{\"id\":\"p").Append(n).Append("\",\"type\":\"ping\"}"));

    public override byte[] EncodePong(Telegram ping, DateTimeOffset at) =>
        FrameText(new StringBuilder("{\"id\":").Quote(ping.Id).Append(",\"ok\":true}"));

    private static Telegram Read(JsonElement root)
    {
        var id = root.TryGetProperty("id", out var element) ? element.GetString() ?? "" : throw new BadMessageException("id", "absent");
        var fields = new Fields { [Fields.MessageId] = id };
        var hasData = root.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object;
        if (root.TryGetProperty("ok", out var ok))
        {
            if (hasData)
            {
                ReadData(data, fields);
            }

            // A ping's reply is told from others by its id alone: ours begin with p.
            if (id.StartsWith('p'))
            {
                return new(TelegramKind.Pong, id, fields);
            }

            var party = Member(root, "partyNo") ?? "";
            var answer = ok.GetBoolean()
                ? new Answer(Verdict.Done, "0000", "", party)
                : new Answer(ReplyCode.Read(Member(root, "code") ?? ""), Member(root, "code") ?? "", Member(root, "message") ?? "", "", Member(root, "field") ?? "");
            return new(hasData ? TelegramKind.InquiryReply : TelegramKind.Reply, id, fields, answer);
        }

        switch (Member(root, "type"))
        {
            case "ping":
                return new(TelegramKind.Ping, id, fields);
            case Changed when hasData:
                fields[Fields.At] = ReadTime(Member(root, "at"));
                ReadData(data, fields);
                return new(TelegramKind.Change, id, fields);
            case Query when hasData:
                ReadData(data, fields);
                return new(TelegramKind.Inquiry, id, fields);
            default:
                return new(TelegramKind.Unknown, id, fields);
        }
    }

    private static void ReadData(JsonElement data, Fields fields)
    {
        foreach (var (member, name) in Members)
        {
            if (data.TryGetProperty(member, out var value))
            {
                fields[name] = value.GetString();
            }
        }

        if (data.TryGetProperty("cert", out var cert) && cert.ValueKind == JsonValueKind.Object)
        {
            fields[Fields.IdType] = IdTypes.Common(Member(cert, "type") ?? "", "data.cert.type");
            fields[Fields.IdNumber] = Member(cert, "number");
        }

        if (data.TryGetProperty("address", out var address))
        {
            var there = address.ValueKind == JsonValueKind.Object;
            fields[Fields.Address] = there ? Member(address, "text") : null;
            fields[Fields.County] = there ? Member(address, "regionCode") : null;
        }
    }

    private static StringBuilder WriteData(StringBuilder json, Fields fields)
    {
        json.Append("{\"userId\":").Quote(fields.GetValueOrDefault(Fields.Key))
            .Append(",\"kind\":").Quote(fields.Text(Fields.Kind))
            .Append(",\"realName\":").Quote(fields.Text(Fields.Name))
            .Append(",\"cert\":{\"type\":").Quote(IdTypes.Own(fields.Text(Fields.IdType), "data.cert.type"))
            .Append(",\"number\":").Quote(fields.Text(Fields.IdNumber)).Append('}');
        foreach (var (member, name) in Members.Skip(3).Where(pair => pair.Name != Fields.Status))
        {
            if (fields.TryGetValue(name, out var value))
            {
                json.Append(",\"").Append(member).Append("\":").Quote(value);
            }
        }

        json.Append(",\"address\":");
        if (fields.Says(Fields.Address) || fields.Says(Fields.County))
        {
            json.Append("{\"text\":").Quote(fields.Text(Fields.Address)).Append(",\"regionCode\":").Quote(fields.GetValueOrDefault(Fields.County)).Append('}');
        }
        else
        {
            json.Append("null");
        }

        return json.Append(",\"status\":").Quote(fields.Says(Fields.Status) ? fields.Text(Fields.Status) : "active").Append('}');
    }

    private static readonly (string Member, string Name)[] Members =
    [
        ("userId", Fields.Key), ("kind", Fields.Kind), ("realName", Fields.Name), ("mobile", Fields.Mobile), ("email", Fields.Email),
        ("gender", Fields.Gender), ("birthDate", Fields.Birth), ("status", Fields.Status),
    ];

    private static string? Member(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string ReadTime(string? text) =>
        DateTimeOffset.TryParse(text, global::System.Globalization.CultureInfo.InvariantCulture, out var at)
            ? at.Write(BeijingTime.Milliseconds)
            : throw new BadMessageException("at", "no time");

    private byte[] FrameText(StringBuilder json) => Frame(Utf8.GetBytes(json.ToString()));
}
