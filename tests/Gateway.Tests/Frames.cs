using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Granary.Gateway.Tests;

/// <summary>Bytes as the interface documents describe them, put together by hand and not by the code under test.</summary>
internal static class Frames
{
    public static Encoding Gb { get; } = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static string Text(Framing framing, byte[] frame) => (framing == Framing.FourBytes ? Encoding.UTF8 : Gb).GetString(frame);

    // EBANK: 4-byte length, JSON.
    public static byte[] Ebank(string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        var frame = new byte[4 + body.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, body.Length);
        body.CopyTo(frame, 4);
        return frame;
    }

    public static byte[] EbankChange(string id, string key = "E8D9176ED3", string name = "赵玥") => Ebank(
        $$$"""{"id":"{{{id}}}","type":"customer.changed","at":"2026-06-01T09:00:00.137+08:00","data":{"userId":"{{{key}}}","kind":"person","realName":"{{{name}}}","cert":{"type":"id","number":"230183198603094823"},"mobile":"13904510001","email":null,"gender":"F","birthDate":"1986-03-09","address":{"text":"黑龙江省哈尔滨市","regionCode":"230183"},"status":"active"}}""");

    // IBP: a line.
    public static byte[] Ibp(string line) => Gb.GetBytes(line + "\r\n");

    public static byte[] IbpChange(string id, string key = "IF3480FBA9", string name = "赵玥") =>
        Ibp($"CUST|{id}|20260601090000|2305210001|U|{key}|P|{name}|01|230183198603094823|13904510001|黑龙江省尚志市\\|2单元|1986-03-09");

    // CLMS: 8 digits, XML in GB18030.
    public static byte[] Clms(string xml) => Digits(Gb.GetBytes(xml));

    public static byte[] ClmsChange(string id, string key = "CB1D3D44B3", string name = "赵玥") => Clms(
        $"""<?xml version="1.0" encoding="GB18030"?><Service><Header><ServiceCode>CustInfoSync</ServiceCode><ConsumerId>CLMS</ConsumerId><SeqNo>{id}</SeqNo><TranDate>2026-06-01</TranDate><TranTime>09:00:00.137</TranTime><OrgNo>2305210001</OrgNo></Header><Body><Customer action="MODIFY"><CustId>{key}</CustId><CustType>I</CustType><Name>{name}</Name><Certs><Cert primary="Y"><Type>ID</Type><No>230183198603094823</No></Cert></Certs><Gender>女</Gender><BirthDay>1986-03-09</BirthDay><Contacts><Contact type="MOBILE">13904510001</Contact></Contacts><Addresses><Address type="HOME"><Detail>黑龙江省尚志市</Detail></Address></Addresses><Relations/><Household village="230183" head="N"/></Customer></Body></Service>""");

    public static byte[] ClmsReply(string id, string code) => Clms(
        $"""<Service><Header><ServiceCode>CustInfoSync</ServiceCode><ConsumerId>ECIF</ConsumerId><SeqNo>{id}</SeqNo></Header><Body><RetCode>{code}</RetCode><RetMsg/><EcifNo/></Body></Service>""");

    /// <summary>LoanAcctSync of docs/holdings.md.</summary>
    public static byte[] ClmsLoan(string id, string balance, string status = "OVERDUE", string rate = "5.25") => Clms(
        $"""<?xml version="1.0" encoding="GB18030"?><Service><Header><ServiceCode>LoanAcctSync</ServiceCode><ConsumerId>CLMS</ConsumerId><SeqNo>{id}</SeqNo><TranDate>2026-06-01</TranDate><TranTime>09:00:00.137</TranTime><OrgNo>2305210102</OrgNo></Header><Body><Loan action="MODIFY"><ContractNo>HT2023000417</ContractNo><CustId>CB1D3D44B3</CustId><ProductNo>LN0201</ProductNo><ProductName>农户小额信用贷款</ProductName><Principal>50000.00</Principal><Balance>{balance}</Balance><OverdueAmt>1388.89</OverdueAmt><Rate>{rate}</Rate><IssueDate>2023-09-01</IssueDate><DueDate>2026-09-01</DueDate><GuarType>C</GuarType><Status>{status}</Status></Loan></Body></Service>""");

    // CBS: 8 digits, fixed fields in GB18030.
    public static byte[] CbsChange(string id, string key = "CE347935ED", byte[]? name = null, string service = "CI0001") => Digits([
        .. CbsHeader(service, "CBS", id), .. Fixed("U", 1), .. Fixed("1", 1), .. Fixed(key, 12), .. Fixed(name ?? Gb.GetBytes("赵玥"), 60),
        .. Fixed("01", 2), .. Fixed("230183198603094823", 20), .. Fixed("99991231", 8), .. Fixed("2", 1), .. Fixed("19860309", 8),
        .. Fixed("CHN", 3), .. Fixed("01", 2), .. Fixed("13904510001", 20), .. Fixed("", 20), .. Fixed("黑龙江省尚志市", 120),
        .. Fixed("230183", 6), .. Fixed("", 5), .. Fixed("", 80), .. Fixed("20260601090000", 14),
    ]);

    /// <summary>AC0001 of docs/holdings.md.</summary>
    public static byte[] CbsAccount(string id, string account, string balance) => Digits([
        .. CbsHeader("AC0001", "CBS", id), .. Fixed(account, 32), .. Fixed("CE347935ED", 12), .. Fixed("DP0101", 6), .. Fixed(Gb.GetBytes("活期储蓄"), 40), .. Fixed("CNY", 3),
        .. Fixed(balance, 17), .. Fixed("2000", 9), .. Fixed("20200105", 8), .. Fixed("00000000", 8), .. Fixed("1", 1), .. Fixed("20260601090000", 14),
    ]);

    public static byte[] CbsReply(string id, string code, string text = "") =>
        Digits([.. CbsHeader("CI0002", "CBS", id), .. Fixed(code, 4), .. Fixed(text, 60), .. Fixed("", 14)]);

    public static byte[] CbsInquiry(string id) =>
        Digits([.. CbsHeader("CI0003", "CBS", id), .. Fixed("01", 2), .. Fixed("230183198603094823", 20), .. Fixed("赵玥", 60)]);

    // CARD: 2-byte length, ISO 8583. Fields by number, in order, as they stand after the bitmaps.
    public static byte[] Card(string mti, params (int Number, byte[] Bytes)[] fields)
    {
        Span<byte> bitmap = stackalloc byte[16];
        bitmap[0] = 0x80;
        var body = new List<byte>();
        foreach (var (number, bytes) in fields)
        {
            bitmap[(number - 1) / 8] |= (byte)(0x80 >> ((number - 1) % 8));
            body.AddRange(bytes);
        }

        byte[] message = [.. Encoding.ASCII.GetBytes(mti), .. bitmap, .. body];
        var frame = new byte[2 + message.Length];
        BinaryPrimitives.WriteUInt16BigEndian(frame, (ushort)message.Length);
        message.CopyTo(frame, 2);
        return frame;
    }

    public static byte[] CardNetwork(string code, string trace, string time = "0601090000") =>
        Card("0800", (7, Ascii(time)), (11, Ascii(trace)), (70, Ascii(code)));

    public static byte[] CardNetworkReply(string code, string time, string trace, string response = "00") =>
        Card("0810", (7, Ascii(time)), (11, Ascii(trace)), (39, Ascii(response)), (70, Ascii(code)));

    public static byte[] CardChange(string trace, string key = "CB4E82E26F", string time = "0601090000", params byte[] more) => CardUpdate("CUSTINFO", trace, time, [
        .. Tag("01", "赵玥"), .. Tag("02", "01"), .. Tag("03", "230183198603094823"), .. Tag("04", "13904510001"), .. Tag("08", key), .. Tag("09", "1"), .. more,
    ]);

    /// <summary>A 0302 of the file ACCTINFO of docs/holdings.md.</summary>
    public static byte[] CardAccount(string trace, string used, string state = "S") => CardUpdate("ACCTINFO", trace, "0601090000", [
        .. Tag("08", "CB4E82E26F"), .. Tag("11", "A00417"), .. Tag("12", "2305210102"), .. Tag("13", "CC01"), .. Tag("14", "福农信用卡"), .. Tag("15", "2000000"), .. Tag("16", used),
        .. Tag("17", "0"), .. Tag("18", "20210301"), .. Tag("19", "20280331"), .. Tag("20", state),
    ]);

    /// <summary>A 0312 for a 0302 of the hub: its fields 7, 11 and 37 again.</summary>
    public static byte[] CardReply(byte[] request, string response)
    {
        var (time, trace, reference) = CardIdentity(request);
        return Card("0312", (7, Ascii(time)), (11, Ascii(trace)), (37, Ascii(reference)), (39, Ascii(response)));
    }

    /// <summary>Fields 7, 11 and 37 of a message without field 39, with or without field 2.</summary>
    public static (string Time, string Trace, string Reference) CardIdentity(byte[] message)
    {
        var text = Encoding.Latin1.GetString(message);
        var at = 20;
        if ((message[4] & 0x40) != 0)
        {
            at += 2 + int.Parse(text.AsSpan(at, 2), CultureInfo.InvariantCulture);
        }

        var hasReference = (message[8] & 0x08) != 0;
        var local = (message[5] & 0x10) != 0 ? 10 : 0;
        return (text.Substring(at, 10), text.Substring(at + 10, 6), hasReference ? text.Substring(at + 16 + local, 12) : "");
    }

    public static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private static byte[] CardUpdate(string file, string trace, string time, byte[] tags) => Card(
        "0302",
        (7, Ascii(time)), (11, Ascii(trace)), (12, Ascii(time[4..])), (13, Ascii(time[..4])), (37, Ascii($"606010{trace}")),
        (91, Ascii("2")), (101, Ascii($"08{file}")), (120, [.. Ascii(tags.Length.ToString("D3", CultureInfo.InvariantCulture)), .. tags]));

    public static byte[] Tag(string tag, string value)
    {
        var bytes = Gb.GetBytes(value);
        return [.. Ascii(tag), .. Ascii(bytes.Length.ToString("D3", CultureInfo.InvariantCulture)), .. bytes];
    }

    private static byte[] CbsHeader(string service, string sender, string id) => [
        .. Fixed(service, 6), .. Fixed(sender, 4), .. Fixed(id, 20), .. Fixed("20260601", 8), .. Fixed("090000137", 9), .. Fixed("2305210001", 10), .. Fixed("T210001", 7),
    ];

    private static byte[] Fixed(string text, int length) => Fixed(Gb.GetBytes(text), length);

    private static byte[] Fixed(byte[] bytes, int length) => [.. bytes, .. Enumerable.Repeat((byte)' ', length - bytes.Length)];

    private static byte[] Digits(byte[] body) => [.. Ascii(body.Length.ToString("D8", CultureInfo.InvariantCulture)), .. body];
}
