using System.Text;

namespace Granary.Wire.Tests;

/// <summary>What is fitted is what the system will hold: decoding what was encoded gives it back.</summary>
public sealed class FitTests
{
    private static readonly string[] Texts =
    [
        "赵玥", "上官华琴", "王莹𬭎", "罗\ue863", "夏　德", "  stray ", "乗亅|\\", "a&b<c>\"d'", "x", "", " ", "Ünïcode ¥", "\u0009tab",
        new string('长', 25), new string('镇', 200), string.Concat(Enumerable.Repeat("𬭎", 70)), string.Concat(Enumerable.Repeat("a村", 90)), new string('|', 150),
    ];

    [Theory]
    [MemberData(nameof(Interfaces.All), MemberType = typeof(Interfaces))]
    [Trait("Case", "WIRE-30")]
    public void What_is_fitted_is_exactly_what_decoding_the_encoded_message_gives(string system)
    {
        var seed = Random.Shared.Next();
        TestContext.Current.SendDiagnosticMessage($"seed {seed}");
        var random = new Random(seed);
        var wire = Interfaces.Of(system);
        var fits = 0;
        for (var i = 0; i < 1000; i++)
        {
            var view = RandomView(random);
            var fitted = wire.Fit(view);
            if (fitted.Fault is not null)
            {
                Assert.Matches("字符|截断|报文过长|代码", fitted.Fault);
                continue;
            }

            fits++;
            var change = wire.Change(new Outgoing("K123456789", random.Next(2) == 0, fitted.View, $"ECIF20260601{i:0000000}", i, new DateTimeOffset(2026, 6, 1, 9, 0, 0, 137, TimeSpan.FromHours(8))));
            var bytes = wire.Encode(change);
            var decoded = wire.Decode(Assert.Single(Recording.Cut(wire, bytes)).Body);
            Assert.True(decoded.Fault is null, $"seed {seed}: {decoded.Fault?.Field} {decoded.Fault?.Text}");
            var read = wire.ReadCustomer(decoded.Message!.Fields);
            Assert.True(Views.Show(fitted.View) == Views.Show(read), $"seed {seed}\n{Views.Show(fitted.View)}\n---\n{Views.Show(read)}");
            var again = wire.Fit(fitted.View);
            Assert.Empty(again.Cut);
            Assert.Equal(Views.Show(fitted.View), Views.Show(again.View));
            Assert.Equal(Convert.ToHexString(bytes), Convert.ToHexString(wire.Encode(decoded.Message)));
        }

        Assert.True(fits > 500, $"only {fits} of 1,000 views fit: the test shows nothing");
    }

    [Theory]
    [InlineData("CBS", "address.home", 120)]
    [InlineData("CBS", "employer", 80)]
    [Trait("Case", "WIRE-31")]
    public void A_text_is_cut_at_a_whole_character_to_its_fields_bytes(string system, string attribute, int bytes)
    {
        var wire = Interfaces.Of(system);
        var part = attribute == "address.home" ? "text" : "";
        var odd = "x" + new string('村', 100);
        var fitted = wire.Fit(Person((attribute, [(part, odd)])));
        Assert.Null(fitted.Fault);
        Assert.Equal([attribute], fitted.Cut);
        Assert.Equal("x" + new string('村', (bytes - 1) / 2), fitted.View[attribute][0][part]);
        var four = wire.Fit(Person((attribute, [(part, string.Concat(Enumerable.Repeat("𬭎", 50)))])));
        Assert.Equal(string.Concat(Enumerable.Repeat("𬭎", bytes / 4)), four.View[attribute][0][part]);
    }

    [Fact]
    [Trait("Case", "WIRE-32")]
    public void The_address_gives_way_where_a_whole_is_bounded()
    {
        var card = Interfaces.Of("CARD");
        var fitted = card.Fit(Person(("address.home", [("text", new string('村', 600))])));
        Assert.Null(fitted.Fault);
        Assert.Equal(["address.home"], fitted.Cut);
        var bytes = card.Encode(card.Change(new Outgoing("CB4E82E26F", true, fitted.View, "ECIF202606010000001", 1, DateTimeOffset.UnixEpoch)));
        var start = bytes.AsSpan().IndexOf("CUSTINFO"u8) + 8;
        Assert.InRange(int.Parse(Encoding.ASCII.GetString(bytes, start, 3)), 960, 999);

        var ibp = Interfaces.Of("IBP");
        fitted = ibp.Fit(Person(("address.home", [("text", new string('|', 3000))])));
        Assert.Equal(["address.home"], fitted.Cut);
        bytes = ibp.Encode(ibp.Change(new Outgoing("K1", true, fitted.View, "ECIF202606010000001", 1, DateTimeOffset.UnixEpoch)));
        Assert.InRange(bytes.Length, 3800, 4096);
    }

    [Fact]
    [Trait("Case", "WIRE-33")]
    public void A_number_is_never_cut()
    {
        var view = Views.Of(("name", [("", "赵玥")]), ("document", [("type", "03"), ("number", new string('1', 21))]));
        Assert.Equal("证件号码超过字段长度，不能截断", Interfaces.Of("CBS").Fit(view).Fault);
        Assert.Null(Interfaces.Of("EBANK").Fit(view).Fault);
        view = Views.Of(("name", [("", "赵玥")]), ("document", [("type", "99"), ("number", "1")]));
        Assert.Equal("证件类型没有对应的代码", Interfaces.Of("CBS").Fit(view).Fault);
    }

    [Fact]
    [Trait("Case", "WIRE-34")]
    public void What_cannot_be_carried_follows_the_stated_policy()
    {
        foreach (var system in new[] { "CBS", "CLMS", "EBANK", "CARD", "IBP" })
        {
            Assert.NotNull(Interfaces.Of(system).Fit(Person(("address.home", [("text", "half \ud800 pair")]))).Fault);
        }

        Assert.NotNull(Interfaces.Of("CLMS").Fit(Person(("address.home", [("text", "bell \u0007")]))).Fault);
        Assert.NotNull(Interfaces.Of("IBP").Fit(Person(("address.home", [("text", "line\nend")]))).Fault);
        var fitted = Interfaces.Of("WMS").Fit(Person(("address.home", [("text", "line\nend \u0001 and half \udc00")])));
        Assert.Null(fitted.Fault);
        Assert.Equal(["address.home"], fitted.Cut);
        Assert.Equal("line　end 　 and half 　", fitted.View["address.home"][0]["text"]);
    }

    [Fact]
    [Trait("Case", "WIRE-35")]
    public void Further_values_stay_where_the_format_has_places_for_them()
    {
        var view = Person(("mobile", [("", "13904510001")]));
        view["mobile"] = [.. view["mobile"], new Dictionary<string, string> { [""] = "13904510002" }];
        view["document"] = [.. view["document"], new Dictionary<string, string> { ["type"] = "03", ["number"] = "E05010161" }];
        view["relation.guarantor"] =
        [
            new Dictionary<string, string> { ["key"] = "C1" },
            new Dictionary<string, string> { ["name"] = "李四", ["type"] = "01", ["number"] = "230183198603094823" },
        ];
        var wire = Interfaces.Of("CLMS");
        var change = wire.Change(new Outgoing("C2", true, wire.Fit(view).View, "M1", 1, DateTimeOffset.UnixEpoch));
        var decoded = wire.Decode(wire.Encode(change).AsSpan(8)).Message!.Fields;
        Assert.Equal("13904510001", decoded["mobile"]);
        Assert.Equal("13904510002", decoded.Groups["mobile"][0]["mobile"]);
        Assert.Equal("E05010161", decoded.Groups["certs"][0]["idno"]);
        Assert.Equal("李四", decoded.Groups["guarantor"][0]["guarantor.name"]);
        var read = wire.ReadCustomer(decoded);
        Assert.Equal(["13904510001", "13904510002"], read["mobile"].Select(value => value[""]));
        Assert.Equal("E05010161", read["document"][1]["number"]);
        Assert.Single(Interfaces.Of("EBANK").Fit(view).View["mobile"]);
    }

    [Fact]
    [Trait("Case", "WIRE-36")]
    public void A_null_withdraws_and_an_empty_or_absent_value_says_nothing()
    {
        var wire = Interfaces.Of("EBANK");
        var fields = wire.Decode(SampleTests.Sample("EBANK.change.txt").AsSpan(4)).Message!.Fields;
        var view = wire.ReadCustomer(fields);
        Assert.Empty(view["email"]);
        Assert.False(view.ContainsKey("risk"));
        fields["email"] = "";
        Assert.False(wire.ReadCustomer(fields).ContainsKey("email"));
        fields.Remove("email");
        Assert.False(wire.ReadCustomer(fields).ContainsKey("email"));
        var json = Encoding.UTF8.GetString(SampleTests.Sample("EBANK.change.txt").AsSpan(4));
        var whole = json[..json.IndexOf("\"address\":", StringComparison.Ordinal)] + "\"address\":null,\"status\":\"closed\"}}";
        var closed = wire.Decode(Encoding.UTF8.GetBytes(whole)).Message!.Fields;
        Assert.Empty(wire.ReadCustomer(closed)["address.home"]);
        Assert.Equal("C", closed["op"]);
        Assert.Equal("U", fields["op"]);
        var unknown = SampleTests.Sample("CBS.change.txt")[8..];
        var cbs = Interfaces.Of("CBS").Decode(unknown).Message!.Fields;
        cbs["gender"] = "";
        Assert.False(Interfaces.Of("CBS").ReadCustomer(cbs).ContainsKey("gender"));
    }

    [Fact]
    [Trait("Case", "WIRE-37")]
    public void A_primary_document_comes_first_wherever_it_stands_and_an_address_gets_its_province()
    {
        var wire = Interfaces.Of("CLMS");
        var xml = Encoding.GetEncoding("GB18030").GetString(SampleTests.Sample("CLMS.change.txt").AsSpan(8))
            .Replace("<Certs>", "<Certs><Cert primary=\"N\"><Type>PASSPORT</Type><No>E1</No></Cert>", StringComparison.Ordinal)
            .Replace("<Detail>黑龙江省", "<Province>黑龙江省</Province><Detail>", StringComparison.Ordinal);
        var fields = wire.Decode(SampleTests.Gb18030(xml)).Message!.Fields;
        Assert.Equal("230183198603094823", fields["idno"]);
        Assert.Equal("E1", fields.Groups["certs"][0]["idno"]);
        Assert.Equal("黑龙江省哈尔滨市尚志市亚布力镇东升村3组12号", wire.ReadCustomer(fields)["address.home"][0]["text"]);
    }

    private static CustomerView Person(params (string, (string, string)[])[] more) => Views.Of(
        [("name", [("", "赵玥")]), ("document", [("type", "01"), ("number", "230183198603094823")]), .. more]);

    private static CustomerView RandomView(Random random)
    {
        var view = new CustomerView
        {
            ["name"] = [new Dictionary<string, string> { [""] = "赵" + Texts[random.Next(Texts.Length)] }],
            ["document"] = Many(random, 1, () => new() { ["type"] = "0" + random.Next(1, 9), ["number"] = "N" + random.NextInt64(1_000_000_000), ["expiry"] = Date(random) }),
        };
        foreach (var attribute in new[] { "mobile", "phone.home", "phone.office", "email", "employer", "nationality", "ethnic", "occupation", "gender", "birth", "risk", "card" })
        {
            if (random.Next(3) > 0)
            {
                view[attribute] = Many(random, random.Next(4) == 0 ? 0 : 1, () => new() { [""] = Value(random, attribute) });
            }
        }

        foreach (var attribute in new[] { "address.home", "address.work", "address.registered" })
        {
            if (random.Next(2) > 0)
            {
                view[attribute] = [new Dictionary<string, string> { ["text"] = Texts[random.Next(Texts.Length)], ["region"] = random.Next(2) > 0 ? "230183" : "" }];
            }
        }

        foreach (var relation in new[] { "spouse", "parent", "child", "guarantor", "legalrep", "shareholder" })
        {
            if (random.Next(4) == 0)
            {
                view["relation." + relation] = Many(random, 1, () => new() { ["key"] = "C" + random.Next(1000), ["name"] = Texts[random.Next(Texts.Length)], ["type"] = random.Next(2) > 0 ? "01" : "", ["number"] = "" });
            }
        }

        if (random.Next(2) > 0)
        {
            view["household"] = [new Dictionary<string, string> { ["village"] = "230183", ["head"] = random.Next(2) > 0 ? "Y" : "N" }];
        }

        view["unheard.of"] = [new Dictionary<string, string> { [""] = "x" }];
        return view;
    }

    private static List<IReadOnlyDictionary<string, string>> Many(Random random, int least, Func<Dictionary<string, string>> make) =>
        [.. Enumerable.Range(0, least + random.Next(3)).Select(_ => make())];

    private static string Date(Random random) => random.Next(6) == 0 ? "" : random.Next(9) == 0 ? "1986-02-30" : new DateTime(1900, 1, 1).AddDays(random.Next(60_000)).ToString("yyyy-MM-dd");

    private static string Value(Random random, string attribute) => attribute switch
    {
        "gender" => random.Next(5) == 0 ? "X" : random.Next(2) == 0 ? "M" : "F",
        "birth" => Date(random),
        "risk" => "R" + random.Next(1, 7),
        "card" => "62284801048351041" + random.Next(10, 99),
        "nationality" => "CHN",
        "ethnic" => "01",
        "occupation" => "10000",
        "mobile" or "phone.home" => "139" + random.Next(10_000_000, 99_999_999),
        _ => Texts[random.Next(Texts.Length)],
    };
}
