using System.Buffers;
using Granary.Sim.Formats;
using Granary.Sim.People;

namespace Granary.Sim.Systems;

/// <summary>Core banking: fixed length, GB18030, one request per connection.</summary>
internal sealed class Cbs : SystemFormat
{
    private const string Change = "CI0001";
    private const string ChangeReply = "CI0002";
    private const string Inquiry = "CI0003";
    private const string InquiryReply = "CI0004";
    private const string Holding = "AC0001";
    private const string HoldingReply = "AC0002";
    private const int HeaderLength = 64;
    private const int ChangeLength = HeaderLength + 383;
    private static readonly CodeMap Kinds = new((Fields.Person, "1"), (Fields.Organisation, "2"));
    private static readonly CodeMap Genders = new(("M", "1"), ("F", "2"), ("", "0"));

    public override string System => "CBS";

    public override Conduct Conduct { get; } = new()
    {
        Short = true,
        Connections = 32,
        InFlight = 32,
        ReplyWithin = TimeSpan.FromSeconds(5),
        MaxMessage = 4096,
        HubPort = 7101,
        OwnPort = 7201,
    };

    public override IReadOnlyList<string> Columns { get; } =
        ["msgid", "op", "kind", "key", "branch", "name", "gender", "birth", "idtype", "idno", "mobile", "address", "county", "employer", "at"];

    public override bool TryReadMessage(ref ReadOnlySequence<byte> buffer, out byte[] message) =>
        Framing.TryReadDigits(ref buffer, Conduct.MaxMessage, out message);

    public override byte[] Frame(byte[] message) => Framing.WithDigits(message);

    public override Telegram Decode(ReadOnlySpan<byte> message)
    {
        var reader = new FixedReader(message);
        var service = reader.Take(6, "1");
        var fields = new Fields { [Fields.Sender] = reader.Take(4, "2") };
        var id = fields[Fields.MessageId] = reader.Take(20, "3");
        fields[Fields.Sent] = BeijingTime.Convert(reader.Take(8, "4") + reader.Take(9, "5"), "yyyyMMddHHmmssfff", BeijingTime.Milliseconds, "4");
        fields[Fields.Branch] = reader.Take(10, "6");
        fields[Fields.Teller] = reader.Take(7, "7");
        switch (service)
        {
            case Change when message.Length != ChangeLength:
                throw new BadMessageException("length", "not that of CI0001");
            case Change:
                ReadCustomer(ref reader, fields);
                return new(TelegramKind.Change, id, fields);
            case Holding:
                reader.Take(32, "8");
                fields[Fields.Key] = reader.Take(12, "9");
                return new(TelegramKind.Holding, id, fields);
            case ChangeReply or HoldingReply:
                return new(TelegramKind.Reply, id, fields, ReadAnswer(ref reader));
            case Inquiry:
                fields[Fields.IdType] = reader.Take(2, "document type");
                fields[Fields.IdNumber] = reader.Take(20, "document number");
                fields[Fields.Name] = reader.Take(60, "name");
                return new(TelegramKind.Inquiry, id, fields);
            case InquiryReply:
                var answer = ReadAnswer(ref reader);
                if (answer.Verdict == Verdict.Done && !reader.AtEnd)
                {
                    ReadCustomer(ref reader, fields);
                }

                return new(TelegramKind.InquiryReply, id, fields, answer);
            default:
                return new(TelegramKind.Unknown, id, fields);
        }
    }

    public override byte[] EncodeChange(Fields fields)
    {
        var sent = fields.Says(Fields.Sent) ? fields.Text(Fields.Sent) : fields.Text(Fields.At);
        var writer = Header(Change, fields.Says(Fields.Sender) ? fields.Text(Fields.Sender) : System, fields.Text(Fields.MessageId), BeijingTime.Parse(sent),
            fields.Text(Fields.Branch), fields.Text(Fields.Teller));
        return Frame(WriteCustomer(writer, fields).ToArray());
    }

    public override byte[] EncodeReply(Telegram request, Answer answer, DateTimeOffset at, string? sender = null)
    {
        var inquiry = request.Kind == TelegramKind.Inquiry;
        var hub = sender == Hub;
        var writer = Header(inquiry ? InquiryReply : request.Kind == TelegramKind.Holding ? HoldingReply : ChangeReply, sender ?? System, request.Id, at, hub ? "0000000000" : "2301020101", hub ? Hub : System)
            .Exact(answer.Code, 4, "code").Text(answer.Text, 60).Exact(answer.Party, 14, "party");
        if (inquiry)
        {
            // The golden record, or as many blanks where there is none.
            writer = answer.Verdict == Verdict.Done && request.Fields.Says(Fields.Key)
                ? WriteCustomer(writer, request.Fields)
                : writer.Text("", ChangeLength - HeaderLength);
        }

        return Frame(writer.ToArray());
    }

    public override byte[] EncodeInquiry(string id, Fields who, DateTimeOffset at) =>
        Frame(Header(Inquiry, System, id, at, who.Text(Fields.Branch), Teller(who.Text(Fields.Branch)))
            .Exact(who.Text(Fields.IdType), 2, "document type").Exact(who.Text(Fields.IdNumber), 20, "document number").Text(who.Text(Fields.Name), 60)
            .ToArray());

    public override byte[] EncodeHolding(Fields fields, Account account)
    {
        var at = BeijingTime.Parse(fields.Text(Fields.At));
        return Frame(Header(Holding, System, fields.Text(Fields.MessageId), at, fields.Text(Fields.Branch), Teller(fields.Text(Fields.Branch)))
            .Exact(account.Number, 32, "8").Exact(fields.Text(Fields.Key), 12, "9").Exact(account.Product, 6, "10").Text(account.Title, 40).Exact("CNY", 3, "12")
            .Exact(Figures.Cents(account.Balance), 17, "13").Exact(Figures.Rate(account.Rate), 9, "14").Exact(Figures.Compact(account.Opened), 8, "15")
            .Exact(account.Matures is { } end ? Figures.Compact(end) : "00000000", 8, "16").Exact("1", 1, "17").Exact(at.Write("yyyyMMddHHmmss"), 14, "18")
            .ToArray());
    }

    /// <summary>The recorded tellers are T and the branch from its third digit, cut to the field: T + digits 5 to 10.</summary>
    public static string Teller(string branch) => branch.Length == 10 ? "T" + branch[4..] : "";

    private static FixedWriter Header(string service, string sender, string id, DateTimeOffset at, string branch, string teller) =>
        new FixedWriter(ChangeLength).Exact(service, 6, "1").Exact(sender, 4, "2").Exact(id, 20, "3")
            .Exact(at.Write("yyyyMMdd"), 8, "4").Exact(at.Write("HHmmssfff"), 9, "5").Exact(branch, 10, "6").Exact(teller, 7, "7");

    private static FixedWriter WriteCustomer(FixedWriter writer, Fields fields) => writer
        .Exact(fields.Text(Fields.Operation), 1, "8")
        .Exact(Kinds.Own(fields.Text(Fields.Kind), "9"), 1, "9")
        .Exact(fields.Text(Fields.Key), 12, "10")
        .Text(fields.Text(Fields.Name), 60)
        .Exact(fields.Text(Fields.IdType), 2, "12")
        .Exact(fields.Text(Fields.IdNumber), 20, "13")
        .Exact(fields.Text(Fields.IdExpiry).Replace("-", "", StringComparison.Ordinal), 8, "14")
        .Exact(Genders.Own(fields.Text(Fields.Gender), "15"), 1, "15")
        .Exact(fields.Says(Fields.Birth) ? fields.Text(Fields.Birth).Replace("-", "", StringComparison.Ordinal) : "00000000", 8, "16")
        .Exact(fields.Text(Fields.Nationality), 3, "17")
        .Exact(fields.Text(Fields.Ethnic), 2, "18")
        .Exact(fields.Text(Fields.Mobile), 20, "19")
        .Exact(fields.Text(Fields.Phone), 20, "20")
        .Text(fields.Text(Fields.Address), 120)
        .Exact(fields.Text(Fields.County), 6, "22")
        .Exact(fields.Text(Fields.Occupation), 5, "23")
        .Text(fields.Text(Fields.Employer), 80)
        .Exact(BeijingTime.Parse(fields.Text(Fields.At)).Write("yyyyMMddHHmmss"), 14, "25");

    private static void ReadCustomer(ref FixedReader reader, Fields fields)
    {
        fields[Fields.Operation] = reader.Take(1, "8");
        fields[Fields.Kind] = Kinds.Common(reader.Take(1, "9"), "9");
        fields[Fields.Key] = reader.Take(12, "10");
        fields[Fields.Name] = reader.Take(60, "11");
        fields[Fields.IdType] = reader.Take(2, "12");
        fields[Fields.IdNumber] = reader.Take(20, "13");
        fields[Fields.IdExpiry] = BeijingTime.Convert(reader.Take(8, "14"), "yyyyMMdd", "yyyy-MM-dd", "14");
        fields[Fields.Gender] = Genders.Common(reader.Take(1, "15"), "15");
        fields[Fields.Birth] = BeijingTime.Convert(reader.Take(8, "16"), "yyyyMMdd", "yyyy-MM-dd", "16");
        fields[Fields.Nationality] = reader.Take(3, "17");
        fields[Fields.Ethnic] = reader.Take(2, "18");
        fields[Fields.Mobile] = reader.Take(20, "19");
        fields[Fields.Phone] = reader.Take(20, "20");
        fields[Fields.Address] = reader.Take(120, "21");
        fields[Fields.County] = reader.Take(6, "22");
        fields[Fields.Occupation] = reader.Take(5, "23");
        fields[Fields.Employer] = reader.Take(80, "24");
        fields[Fields.At] = BeijingTime.Convert(reader.Take(14, "25"), "yyyyMMddHHmmss", BeijingTime.Seconds, "25");
    }

    private static Answer ReadAnswer(ref FixedReader reader)
    {
        var code = reader.Take(4, "code");
        return new(ReplyCode.Read(code), code, reader.Take(60, "text"), reader.Take(14, "party"));
    }
}
