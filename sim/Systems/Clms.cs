using System.Buffers;
using System.Text;
using Granary.Sim.Formats;
using Granary.Sim.People;

namespace Granary.Sim.Systems;

/// <summary>Loans: XML in GB18030 over long connections; the customer element itself is in <see cref="ClmsCustomer"/>.</summary>
internal sealed class Clms : SystemFormat
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"GB18030\"?>\n";
    private const string Sync = "CustInfoSync";
    private const string Query = "CustInfoQuery";
    private const string Loan = "LoanAcctSync";

    public override string System => "CLMS";

    public override Conduct Conduct { get; } = new()
    {
        Connections = 4,
        InFlight = 64,
        ReplyWithin = TimeSpan.FromSeconds(30),
        MaxMessage = 1 << 20,
        HubPort = 7102,
        OwnPort = 7202,
    };

    public override IReadOnlyList<string> Columns { get; } =
        ["msgid", "op", "kind", "key", "branch", "name", "gender", "birth", "idtype", "idno", "mobile", "address", "at", "village", "phone", "email", "spouse"];

    public override string TimeForm => BeijingTime.Milliseconds;

    public override bool TryReadMessage(ref ReadOnlySequence<byte> buffer, out byte[] message) =>
        Framing.TryReadDigits(ref buffer, Conduct.MaxMessage, out message);

    public override byte[] Frame(byte[] message) => Framing.WithDigits(message);

    public override Telegram Decode(ReadOnlySpan<byte> message)
    {
        // A frame of length 0 is a heartbeat. It has no reply: each side sends its own.
        if (message.IsEmpty)
        {
            return new(TelegramKind.Ping, "", []);
        }

        var service = Xml.Parse(Gb.Text(message, "document"));
        var header = service.Child("Header") ?? throw new BadMessageException("Header", "absent");
        var body = service.Child("Body") ?? throw new BadMessageException("Body", "absent");
        var id = header.Text("SeqNo");
        var fields = new Fields { [Fields.MessageId] = id, [Fields.Sender] = header.Text("ConsumerId") };
        var customer = body.Child("Customer");
        var code = body.Child("RetCode")?.Value;
        if (code is not null)
        {
            if (customer is not null)
            {
                ClmsCustomer.Read(customer, fields);
            }

            var answer = new Answer(ReplyCode.Read(code), code, body.Text("RetMsg"), body.Text("EcifNo"));
            return new(header.Text("ServiceCode") == Query ? TelegramKind.InquiryReply : TelegramKind.Reply, id, fields, answer);
        }

        switch (header.Text("ServiceCode"))
        {
            case Sync when customer is not null:
                fields[Fields.Branch] = header.Text("OrgNo");
                fields[Fields.At] = BeijingTime.Convert(header.Text("TranDate") + header.Text("TranTime"), "yyyy-MM-ddHH:mm:ss.fff", BeijingTime.Milliseconds, "TranDate");
                ClmsCustomer.Read(customer, fields);
                return new(TelegramKind.Change, id, fields);
            case Loan when body.Child("Loan") is { } loan:
                fields[Fields.Key] = loan.Text("CustId");
                return new(TelegramKind.Holding, id, fields);
            case Query:
                fields[Fields.IdType] = ClmsCustomer.IdTypes.Common(body.Child("Cert")?.Text("Type") ?? "", "Cert");
                fields[Fields.IdNumber] = body.Child("Cert")?.Text("No") ?? "";
                fields[Fields.Name] = body.Text("Name");
                return new(TelegramKind.Inquiry, id, fields);
            default:
                return new(TelegramKind.Unknown, id, fields);
        }
    }

    public override byte[] EncodeChange(Fields fields)
    {
        var xml = Told(Begin(Sync, fields.Says(Fields.Sender) ? fields.Text(Fields.Sender) : System, fields.Text(Fields.MessageId)), fields);
        ClmsCustomer.Write(xml, fields);
        return End(xml);
    }

    public override byte[] EncodeReply(Telegram request, Answer answer, DateTimeOffset at, string? sender = null)
    {
        var inquiry = request.Kind == TelegramKind.Inquiry;
        var xml = Begin(inquiry ? Query : request.Kind == TelegramKind.Holding ? Loan : Sync, sender ?? System, request.Id).Append("</Header><Body>")
            .Element("RetCode", answer.Code).Element("RetMsg", answer.Text).Element("EcifNo", answer.Party);
        if (inquiry && answer.Verdict == Verdict.Done)
        {
            ClmsCustomer.Write(xml, request.Fields);
        }

        return End(xml);
    }

    public override byte[] EncodeInquiry(string id, Fields who, DateTimeOffset at) => End(
        Begin(Query, System, id).Append("</Header><Body><Cert>")
            .Element("Type", ClmsCustomer.IdTypes.Own(who.Text(Fields.IdType), "Cert")).Element("No", who.Text(Fields.IdNumber))
            .Append("</Cert>").Element("Name", who.Text(Fields.Name)));

    public override byte[] EncodeHolding(Fields fields, Account account) => End(
        Told(Begin(Loan, System, fields.Text(Fields.MessageId)), fields)
            .Append("<Loan action=\"").Append(ClmsCustomer.Operations.Own(fields.Text(Fields.Operation), "action")).Append("\">")
            .Element("ContractNo", account.Number).Element("CustId", fields.Text(Fields.Key)).Element("ProductNo", account.Product).Element("ProductName", account.Title)
            .Element("Principal", Figures.Yuan(account.Amount)).Element("Balance", Figures.Yuan(account.Balance)).Element("OverdueAmt", Figures.Yuan(account.Overdue))
            .Element("Rate", Figures.Yuan(account.Rate)).Element("IssueDate", Figures.Iso(account.Opened)).Element("DueDate", Figures.Iso(account.Matures!.Value))
            .Element("GuarType", account.Guarantee.ToString()).Element("Status", StateOf(account))
            .Append("</Loan>"));

    public static string StateOf(Account account) => account.State == "overdue" ? "OVERDUE" : "NORMAL";

    public override byte[] EncodePing(long n, DateTimeOffset at) => Frame([]);

    private static StringBuilder Begin(string service, string sender, string id) =>
        new StringBuilder(Declaration).Append("<Service><Header>").Element("ServiceCode", service).Element("ConsumerId", sender).Element("SeqNo", id);

    /// <summary>The rest of the header of what CLMS tells of itself: when, and at which branch.</summary>
    private static StringBuilder Told(StringBuilder xml, Fields fields)
    {
        var at = BeijingTime.Parse(fields.Text(Fields.At));
        return xml.Append("<TranDate>").Append(at.Write("yyyy-MM-dd")).Append("</TranDate><TranTime>").Append(at.Write("HH:mm:ss.fff"))
            .Append("</TranTime><OrgNo>").Text(fields.Text(Fields.Branch)).Append("</OrgNo></Header><Body>");
    }

    private byte[] End(StringBuilder xml) => Frame(Gb.Bytes(xml.Append("</Body></Service>").ToString()));
}
