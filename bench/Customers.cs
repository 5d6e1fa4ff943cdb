using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Granary.Chinese;
using Granary.Ecif.Contracts;
using Granary.Ecif.SourceRecords;
using Granary.Ecif.Storage;
using Granary.Kernel.Storage;

namespace Granary.Bench;

/// <summary>Customers as frames of an online system.</summary>
internal static class Customers
{
    private const string Surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private const string Given = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉力建国华玉梅";
    private static readonly string[] Villages = ["东升村", "民安村", "双发村", "福利村", "新立村", "永胜村", "庆丰村", "太和村"];
    private static readonly JsonSerializerOptions Relaxed = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A new person with a valid number, as an initial load would bring.</summary>
    public static byte[] Frame(int i, Random random)
    {
        var birth = new DateOnly(1950, 1, 1).AddDays(random.Next(20_000));
        var body = string.Create(CultureInfo.InvariantCulture, $"230183{birth:yyyyMMdd}{random.Next(1000):D3}");
        return Frame(i, new Said(
            $"{Surnames[random.Next(Surnames.Length)]}{Given[random.Next(Given.Length)]}{Given[random.Next(Given.Length)]}",
            body + ResidentIdNumber.CheckCharacter(body),
            birth.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            $"139{random.Next(100_000_000):D8}",
            $"黑龙江省哈尔滨市尚志市亚布力镇{Villages[random.Next(8)]}{random.Next(1, 9)}组{random.Next(1, 200)}号",
            "230183"));
    }

    /// <summary>
    /// Somebody whom another system knows, under a new key and with a mistyped number: no identity leads to the party, so candidates are looked up and scored.
    /// Every third has another phone.
    /// </summary>
    public static byte[] KnownFrame(int i, Said known, Random random)
    {
        var at = 14 + random.Next(3);
        var other = (char)('0' + ((known.Number[at] - '0' + 1 + random.Next(9)) % 10));
        return Frame(i, known with { Number = $"{known.Number[..at]}{other}{known.Number[(at + 1)..]}", Mobile = i % 3 == 0 ? $"139{random.Next(100_000_000):D8}" : known.Mobile });
    }

    /// <summary>The number of the message that a frame's or a reply's text begins with.</summary>
    public static int NumberOf(ReadOnlySpan<byte> text) => int.Parse(text["{\"id\":\"B".Length..][..10], CultureInfo.InvariantCulture);

    /// <summary>What one source system said of each of so many persons of a base that <c>granary demo --customers</c> made, picked at random.</summary>
    public static async Task<List<Said>> KnownAsync(string connection, int count, Random random)
    {
        await using var database = new EcifDatabase(connection);
        var last = (await database.ReadAsync(s => s.QueryAsync("SELECT max(id) FROM ecif.party", r => r.GetInt64(0)), CancellationToken.None))[0];
        List<Said> known = [];
        while (known.Count < count)
        {
            var ids = Enumerable.Range(0, 10_000).Select(_ => 1 + random.NextInt64(last)).Distinct().ToList();
            var said = await database.ReadAsync(s => s.QueryAsync(
                "SELECT r.attributes FROM {rows} CROSS JOIN ecif.source_record r WHERE r.party_id = k.id AND r.kind = 0", RowSet.Of("id", ids), r => r.GetString(0)), CancellationToken.None);
            known.AddRange(said.Select(json => Of(StatementJson.Read(json))).Where(s => s.Number.Length == 18));
        }

        return known[..count];
    }

    private static Said Of(Dictionary<string, Statement> statements)
    {
        string Text(string attribute) => statements.GetValueOrDefault(attribute)?.Said ?? "";
        var (document, home) = (PartyAttribute.Values(Text(PartyAttribute.Document))[0], Text(PartyAttribute.HomeAddress));
        return new(Text(PartyAttribute.Name), PartyAttribute.Part(document, 1), Text(PartyAttribute.Birth), Text(PartyAttribute.Mobile), PartyAttribute.Part(home, 0), PartyAttribute.Part(home, 1));
    }

    private static byte[] Frame(int i, Said said)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"B{i:D10}"),
                Type = "customer.changed",
                At = "2026-06-01T09:00:00.000+08:00",
                Data = new
                {
                    UserId = string.Create(CultureInfo.InvariantCulture, $"E{i:D9}"), Kind = "person", RealName = said.Name, Cert = new { Type = "id", said.Number }, said.Mobile, Email = (string?)null,
                    Gender = "F", BirthDate = said.Birth, Address = new { Text = said.Address, RegionCode = said.Region }, Status = "active",
                },
            },
            Relaxed);
        var frame = new byte[bytes.Length + 4];
        BinaryPrimitives.WriteInt32BigEndian(frame, bytes.Length);
        bytes.CopyTo(frame, 4);
        return frame;
    }

    /// <param name="Number">Of the identity card, 18 digits.</param>
    /// <param name="Birth">yyyy-MM-dd.</param>
    /// <param name="Region">Of the address, six digits.</param>
    public sealed record Said(string Name, string Number, string Birth, string Mobile, string Address, string Region);
}
