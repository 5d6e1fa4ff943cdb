using System.Buffers;
using System.Globalization;
using System.Text;
using Granary.Sim.Formats;
using Granary.Sim.People;

namespace Granary.Sim.Systems;

/// <summary>Cards: ISO 8583 file updates, with the customer in the tags of DE 120.</summary>
internal sealed class Card : SystemFormat
{
    private const string FileName = "CUSTINFO";
    private const string AccountFile = "ACCTINFO";
    private const string SignOnCode = "001";
    private const string EchoCode = "301";
    private static readonly CodeMap Operations = new(("A", "1"), ("U", "2"), ("C", "3"));
    private static readonly CodeMap Kinds = new((Fields.Person, "1"), (Fields.Organisation, "2"));

    /// <summary>Tags 01 to 10, in order.</summary>
    private static readonly string[] Tags =
    [
        Fields.Name, Fields.IdType, Fields.IdNumber, Fields.Mobile, Fields.Address, Fields.Birth, Fields.Gender, Fields.Key, Fields.Kind, Fields.Party,
    ];

    public override string System => "CARD";

    public override Conduct Conduct { get; } = new()
    {
        InFlight = 16,
        ReplyWithin = TimeSpan.FromSeconds(15),
        PingAfter = TimeSpan.FromSeconds(60),
        SilenceCloses = TimeSpan.FromSeconds(240), // three echoes, 60 s apart, without an answer
        SignsOn = true,
        MaxMessage = ushort.MaxValue,
        HubPort = 7104,
        OwnPort = 7204,
    };

    public override IReadOnlyList<string> Columns { get; } =
        ["op", "kind", "key", "name", "idtype", "idno", "mobile", "address", "birth", "gender", "pan", "at", "stan", "rrn"];

    public override bool TryReadMessage(ref ReadOnlySequence<byte> buffer, out byte[] message) =>
        Framing.TryReadBinary(ref buffer, 2, Conduct.MaxMessage, out message);

    public override byte[] Frame(byte[] message) => Framing.WithBinary(message, 2);

    public override Telegram Decode(ReadOnlySpan<byte> message)
    {
        var iso = Iso8583.Parse(message);
        var fields = new Fields { [Fields.Stan] = iso[11], ["de7"] = iso[7] };
        if (iso.Type is "0800" or "0810")
        {
            fields["de70"] = iso[70];
            var signOn = iso[70] == SignOnCode;
            return iso.Type == "0800"
                ? new(signOn ? TelegramKind.SignOn : TelegramKind.Ping, NetworkId(iso), fields)
                : new(signOn ? TelegramKind.SignOnReply : TelegramKind.Pong, NetworkId(iso), fields, Read(iso[39], ""));
        }

        fields[Fields.Rrn] = iso[37];
        if (iso.Has(2))
        {
            fields[Fields.Pan] = iso[2];
        }

        ReadTags(iso.Raw(120), fields);
        var id = IdOf(fields);
        switch (iso.Type)
        {
            case "0312":
                return new(TelegramKind.Reply, id, fields, Read(iso[39], fields.Text(Fields.Party)));
            case "0302" when iso[101] == FileName:
                fields[Fields.Operation] = Operations.Common(iso[91], "DE 91");
                // The wire has no year: local date and time as they are, and a clock puts them into a year where one is needed.
                fields[Fields.At] = $"{iso[13].Insert(2, "-")}T{iso[12].Insert(4, ":").Insert(2, ":")}";
                return new(TelegramKind.Change, id, fields);
            case "0302" when iso[101] == AccountFile:
                return new(TelegramKind.Holding, id, fields);
            default:
                return new(TelegramKind.Unknown, id, fields);
        }
    }

    public override byte[] EncodeChange(Fields fields) => Update(FileName, fields, WriteTags(fields));

    public override byte[] EncodeHolding(Fields fields, Account account) => Update(AccountFile, fields,
    [
        .. Tag(8, fields.Text(Fields.Key)), .. Tag(11, account.Number), .. Tag(12, fields.Text(Fields.Branch)), .. Tag(13, account.Product), .. Tag(14, account.Title),
        .. Tag(15, Figures.Cents(account.Amount)), .. Tag(16, Figures.Cents(account.Balance)), .. Tag(17, Figures.Cents(account.Overdue)),
        .. Tag(18, Figures.Compact(account.Opened)), .. Tag(19, Figures.Compact(account.Matures!.Value)), .. Tag(20, StateOf(account)),
    ]);

    public static string StateOf(Account account) => account.State == "frozen" ? "S" : "A";

    public override byte[] EncodeReply(Telegram request, Answer answer, DateTimeOffset at, string? sender = null) => Frame(
        new Iso8583("0312")
        {
            [2] = request.Fields.Text(Fields.Pan),
            [7] = request.Fields.Text("de7"),
            [11] = request.Fields.Text(Fields.Stan),
            [37] = request.Fields.Text(Fields.Rrn),
            [39] = answer.Code,
        }.Set(120, answer.Party.Length == 0 ? [] : Tag(10, Encoding.ASCII.GetBytes(answer.Party))).ToArray());

    public override byte[] EncodePing(long n, DateTimeOffset at) => Network(n, at, EchoCode);

    public override byte[] EncodeSignOn(long n, DateTimeOffset at) => Network(n, at, SignOnCode);

    public override byte[] EncodePong(Telegram ping, DateTimeOffset at) => NetworkReply(ping);

    public override byte[] EncodeSignOnReply(Telegram signOn, DateTimeOffset at) => NetworkReply(signOn);

    /// <summary>DE 37 is the year's last digit, the date and the number of the day; DE 11 the number again, in six digits.</summary>
    public override void Number(Fields fields, DateOnly day, long n)
    {
        fields[Fields.Stan] = (n % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
        fields[Fields.Rrn] = string.Create(CultureInfo.InvariantCulture, $"{day.Year % 10}{day:MMdd}{n:0000000}");
    }

    /// <summary>DE 7, 11 and 37 together.</summary>
    public override string IdOf(Fields fields)
    {
        var at = fields.Text(Fields.At);
        var de7 = fields.Says("de7") || at.Length < 14 ? fields.Text("de7") : $"{at[^14..^12]}{at[^11..^9]}{at[^8..^6]}{at[^5..^3]}{at[^2..]}";
        return $"{de7}-{fields.Text(Fields.Stan)}-{fields.Text(Fields.Rrn)}";
    }

    public override (DateOnly Day, long Number)? ReadNumber(Fields fields)
    {
        var rrn = fields.Text(Fields.Rrn);
        var year = rrn.Length == 12 ? 2020 + (rrn[0] - '0') : 0; // our own numbers: this decade
        return year > 0
            && DateOnly.TryParseExact($"{year}{rrn[1..5]}", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && long.TryParse(rrn.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                ? (day, n)
                : null;
    }

    public override string Code(Verdict verdict) => verdict switch
    {
        Verdict.Done => "00",
        Verdict.Repeated => "94",
        Verdict.Refused => "05",
        Verdict.NotFound => "25",
        Verdict.UnknownService => "40",
        Verdict.TryAgain => "96",
        _ => "30",
    };

    private static Answer Read(string code, string party) => new(code switch
    {
        "00" => Verdict.Done,
        "94" => Verdict.Repeated,
        "25" => Verdict.NotFound,
        "30" => Verdict.BadField,
        "40" => Verdict.UnknownService,
        "96" => Verdict.TryAgain,
        _ => Verdict.Refused,
    }, code, "", party);

    private static string NetworkId(Iso8583 iso) => $"{iso[7]}-{iso[11]}-{iso[70]}";

    private byte[] Network(long n, DateTimeOffset at, string code) => Frame(new Iso8583("0800")
    {
        [7] = at.Write("MMddHHmmss"),
        [11] = (n % 1_000_000).ToString("000000", CultureInfo.InvariantCulture),
        [70] = code,
    }.ToArray());

    private byte[] NetworkReply(Telegram request) => Frame(new Iso8583("0810")
    {
        [7] = request.Fields.Text("de7"),
        [11] = request.Fields.Text(Fields.Stan),
        [39] = "00",
        [70] = request.Fields.Text("de70"),
    }.ToArray());

    private byte[] Update(string file, Fields fields, byte[] tags)
    {
        var at = fields.Text(Fields.At)[^14..]; // MM-DDThh:mm:ss, with or without a year before it
        var date = at[..2] + at[3..5];
        var time = at[6..8] + at[9..11] + at[12..14];
        return Frame(new Iso8583("0302")
        {
            [2] = fields.Text(Fields.Pan),
            [7] = fields.Says("de7") ? fields.Text("de7") : date + time,
            [11] = fields.Text(Fields.Stan),
            [12] = time,
            [13] = date,
            [37] = fields.Text(Fields.Rrn),
            [91] = Operations.Own(fields.Text(Fields.Operation), "DE 91"),
            [101] = file,
        }.Set(120, tags).ToArray());
    }

    private static void ReadTags(ReadOnlySpan<byte> data, Fields fields)
    {
        while (!data.IsEmpty)
        {
            // Two digits of tag, three of length in bytes.
            if (data.Length < 5
                || !int.TryParse(data[..2], NumberStyles.None, CultureInfo.InvariantCulture, out var tag)
                || !int.TryParse(data.Slice(2, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                || length > data.Length - 5)
            {
                throw new BadMessageException("DE 120", "bad tag");
            }

            if (tag >= 1 && tag <= Tags.Length)
            {
                var text = Gb.Text(data.Slice(5, length), $"DE 120 tag {tag}");
                fields[Tags[tag - 1]] = Tags[tag - 1] switch
                {
                    Fields.Birth => BeijingTime.Convert(text, "yyyyMMdd", "yyyy-MM-dd", "DE 120 tag 6"),
                    Fields.Kind => Kinds.Common(text, "DE 120 tag 9"),
                    _ => text,
                };
            }

            data = data[(5 + length)..];
        }
    }

    private static byte[] WriteTags(Fields fields)
    {
        using var data = new MemoryStream();
        for (var tag = 1; tag <= Tags.Length; tag++)
        {
            var text = fields.Text(Tags[tag - 1]);
            if (text.Length > 0)
            {
                data.Write(Tag(tag, Gb.Bytes(Tags[tag - 1] switch
                {
                    Fields.Birth => text.Replace("-", "", StringComparison.Ordinal),
                    Fields.Kind => Kinds.Own(text, "DE 120 tag 9"),
                    _ => text,
                })));
            }
        }

        return data.ToArray();
    }

    private static byte[] Tag(int tag, string value) => value.Length == 0 ? [] : Tag(tag, Gb.Bytes(value));

    private static byte[] Tag(int tag, byte[] value) =>
        [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{tag:00}{value.Length:000}")), .. value];
}
