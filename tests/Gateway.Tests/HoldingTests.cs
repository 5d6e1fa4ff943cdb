using System.Security.Cryptography;
using System.Text;
using Granary.Ecif.Contracts;

namespace Granary.Gateway.Tests;

/// <summary>What systems report of their customers' accounts, by the bytes of docs/holdings.md.</summary>
public sealed class HoldingTests
{
    private const int Patience = 60_000;

    [Fact(Timeout = Patience)]
    [Trait("Case", "HOLD-01")]
    public async Task An_account_that_core_banking_reports_online_is_taken_and_answered()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var peer = await gateway.ConnectAsync("CBS");
        await peer.SendAsync(Frames.CbsAccount("CBS202606010000001", "6223190100012345678", "-1234567"));
        var reply = await peer.ReadTextAsync();

        Assert.StartsWith("AC0002ECIFCBS202606010000001", reply, StringComparison.Ordinal);
        Assert.Contains("0000", reply[58..], StringComparison.Ordinal);
        Assert.Equal(
            new HoldingReport("CBS", "6223190100012345678", "CE347935ED", "2305210001", HoldingKind.Deposit, "DP0101", "活期储蓄", "CNY", "open", -1_234_567, null, null, 0.2m,
                new DateOnly(2020, 1, 5), null, "", new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.FromHours(8))),
            Assert.Single(gateway.Master.Reports));
        Assert.Empty(gateway.Master.Submitted);
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "HOLD-02")]
    public async Task An_account_with_a_balance_that_is_no_number_is_refused_by_the_field_s_number()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var peer = await gateway.ConnectAsync("CBS");
        await peer.SendAsync(Frames.CbsAccount("CBS202606010000002", "6223190100012345678", "12,34"));
        Assert.Contains("1002字段13：余额不是数字", await peer.ReadTextAsync(), StringComparison.Ordinal);
        Assert.Empty(gateway.Master.Reports);
        Assert.Single(gateway.Master.Refused);
    }

    public static TheoryData<string, string, HoldingReport> Lines => new()
    {
        {
            "CBS_ACCT", "6223190100012345678|CE347935ED|2305210102|DP0101|活期储蓄|CNY|1234567|2000|20200105|00000000|1",
            Report("CBS", "6223190100012345678", "CE347935ED", HoldingKind.Deposit, "DP0101", "活期储蓄", 1_234_567, rate: 0.2m, opened: new(2020, 1, 5))
        },
        {
            "CLMS_LOAN", "HT2023000417|CB1D3D44B3|2305210102|LN0201|农户小额信用贷款|50000.00|41666.67|0|5.25|2023-09-01|2026-09-01|C|NORMAL",
            Report("CLMS", "HT2023000417", "CB1D3D44B3", HoldingKind.Loan, "LN0201", "农户小额信用贷款", 4_166_667, 5_000_000, 0, 5.25m, new(2023, 9, 1), new(2026, 9, 1), "credit")
        },
        {
            "CARD_ACCT", "A00417,CB4E82E26F,2305210102,CC01,福农信用卡,2000000,153280,0,20210301,20280331,A",
            Report("CARD", "A00417", "CB4E82E26F", HoldingKind.Card, "CC01", "福农信用卡", 153_280, 2_000_000, 0, null, new(2021, 3, 1), new(2028, 3, 31))
        },
        {
            "WMS_HOLD", "P00417\u0001W12\u00012305210102\u0001WM0301\u0001稳健一年\u0001CNY\u000180000.00\u00012025-12-01\u00012026-12-01\u0001HELD",
            Report("WMS", "P00417", "W12", HoldingKind.Wealth, "WM0301", "稳健一年", 8_000_000, opened: new(2025, 12, 1), matures: new(2026, 12, 1))
        },
        {
            "IBP_AGREE", "AG00417|IF3480FBA9|2305210102|0401|电费代扣|86.40|20190401|0",
            Report("IBP", "AG00417", "IF3480FBA9", HoldingKind.Agency, "0401", "电费代扣", 8_640, opened: new(2019, 4, 1))
        },
        {
            "EBANK_SIGN", "EC00417|E8D9176ED3|2305210102|MOBILE|手机银行|50000.00|2024-03-01|suspended",
            Report("EBANK", "EC00417", "E8D9176ED3", HoldingKind.Channel, "MOBILE", "手机银行", 0, 5_000_000, opened: new(2024, 3, 1)) with { State = "frozen" }
        },
        {
            "EBANK_SIGN", "EC00418|E8D9176ED3||SMS|短信通知||2024-03-01|active",
            Report("EBANK", "EC00418", "E8D9176ED3", HoldingKind.Channel, "SMS", "短信通知", 0, opened: new(2024, 3, 1)) with { Branch = null }
        },
    };

    [Theory(Timeout = Patience)]
    [Trait("Case", "HOLD-03")]
    [MemberData(nameof(Lines))]
    public async Task The_line_of_each_system_s_file_is_the_report_that_its_document_says(string name, string line, HoldingReport expected)
    {
        await using var gateway = await TestGateway.StartAsync();
        await WriteAsync(gateway, name, Encode(name, line + "\n"));
        Assert.Equal("total=1,done=1,refused=0\n", await ResponseAsync(gateway, name));
        Assert.Equal(expected, Assert.Single(gateway.Master.Reports));
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "HOLD-04")]
    public async Task A_bad_line_is_refused_by_its_number_and_its_neighbours_are_taken()
    {
        await using var gateway = await TestGateway.StartAsync();
        const string Good = "62231901000123456{0}|CE347935ED|2305210102|DP0101|活期储蓄|CNY|1234567|2000|20200105|00000000|1\n";
        await WriteAsync(gateway, "CBS_ACCT", Encode("CBS_ACCT", Good.Replace("{0}", "01") + Good.Replace("{0}", "02").Replace("|1\n", "|7\n") + "\n" + Good.Replace("{0}", "04")));
        Assert.Equal("total=4,done=2,refused=2\n2|1002|state|状态未知\n3|1001||报文长度不符\n", await ResponseAsync(gateway, "CBS_ACCT"));
        Assert.Equal(["6223190100012345601", "6223190100012345604"], gateway.Master.Reports.Select(r => r.Account));
        Assert.Equal(["CBS_ACCT_20260601-2", "CBS_ACCT_20260601-3"], gateway.Master.Refused.Select(r => r.MessageId));
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "HOLD-05")]
    public async Task A_file_cut_off_in_the_middle_is_taken_whole_after_the_restart_and_a_response_that_was_removed_is_written_again()
    {
        var master = new FakeMaster();
        var folder = Directory.CreateTempSubdirectory("granary-gateway-").FullName;
        var (reached, stuck) = (new TaskCompletionSource(), new TaskCompletionSource());
        master.OnReports = () =>
        {
            reached.TrySetResult();
            return stuck.Task;
        };
        var line = Encode("IBP_AGREE", "AG00417|IF3480FBA9|2305210102|0401|电费代扣|86.40|20190401|0\nAG00418|IF3480FBA9|2305210102|0401|电费代扣|?|20190401|0\n");
        await using (var first = await TestGateway.StartAsync(master: master, folder: folder))
        {
            await WriteAsync(first, "IBP_AGREE", line);
            await reached.Task;
            Assert.Empty(master.Reports);
        }

        Directory.CreateDirectory(folder);
        master.OnReports = () => Task.CompletedTask;
        await using var second = await TestGateway.StartAsync(master: master, folder: folder);
        await WriteAsync(second, "IBP_AGREE", line);
        var response = await ResponseAsync(second, "IBP_AGREE");
        Assert.Equal("total=2,done=1,refused=1\n2|1002|balance|本月金额不是数字\n", response);
        File.Delete(PathOf(second, "IBP_AGREE", "rsp"));
        Assert.Equal(response, await ResponseAsync(second, "IBP_AGREE"));
        Assert.Single(master.Reports);
    }

    public static TheoryData<string, string, string, HoldingReport> Online => new()
    {
        {
            "CLMS", "<ServiceCode>LoanAcctSync</ServiceCode><ConsumerId>ECIF</ConsumerId><SeqNo>CLMS202606010000007</SeqNo>", "<RetCode>0000</RetCode>",
            Report("CLMS", "HT2023000417", "CB1D3D44B3", HoldingKind.Loan, "LN0201", "农户小额信用贷款", 4_166_667, 5_000_000, 138_889, 5.25m, new(2023, 9, 1), new(2026, 9, 1), "credit")
                with { State = "overdue", At = new(2026, 6, 1, 9, 0, 0, 137, TimeSpan.FromHours(8)) }
        },
        {
            "CARD", "0601090000000007606010000007", "060109000000000760601000000700",
            Report("CARD", "A00417", "CB4E82E26F", HoldingKind.Card, "CC01", "福农信用卡", 153_280, 2_000_000, 0, null, new(2021, 3, 1), new(2028, 3, 31))
                with { State = "frozen", At = new(2026, 6, 1, 9, 0, 0, TimeSpan.FromHours(8)) }
        },
    };

    [Theory(Timeout = Patience)]
    [Trait("Case", "HOLD-06")]
    [MemberData(nameof(Online))]
    public async Task A_loan_and_a_card_account_that_are_reported_online_are_taken_once_and_a_repeat_gets_the_same_reply(string system, string named, string code, HoldingReport expected)
    {
        // CARD's wire has no year.
        await using var gateway = await TestGateway.StartAsync(time: new ManualTime(new DateTimeOffset(2026, 6, 1, 9, 0, 1, TimeSpan.FromHours(8))));
        await using var peer = await RequestTests.SignedOnAsync(gateway, system);
        var frame = system == "CLMS" ? Frames.ClmsLoan("CLMS202606010000007", "41666.67") : Frames.CardAccount("000007", "153280");
        await peer.SendAsync(frame);
        var reply = await peer.ReadTextAsync();
        Assert.Contains(named, reply, StringComparison.Ordinal);
        Assert.Contains(code, reply, StringComparison.Ordinal);
        Assert.Contains("8000000001234", reply, StringComparison.Ordinal);
        await peer.SendAsync(frame);
        Assert.Equal(reply, await peer.ReadTextAsync());
        Assert.Equal(expected, Assert.Single(gateway.Master.Reports));
        Assert.Empty(gateway.Master.Submitted);

        // The same number with another body.
        await peer.SendAsync(system == "CLMS" ? Frames.ClmsLoan("CLMS202606010000007", "1.00") : Frames.CardAccount("000007", "1"));
        Assert.Contains(system == "CLMS" ? "<RetCode>1002</RetCode>" : $"{named}30", await peer.ReadTextAsync(), StringComparison.Ordinal);
        Assert.Single(gateway.Master.Reports);
    }

    public static TheoryData<string, byte[], string> Wrong => new()
    {
        { "CLMS", Frames.ClmsLoan("CLMS202606010000008", "12,34"), "<RetCode>1002</RetCode><RetMsg>Service/Body/Loan/Balance：贷款余额不是数字</RetMsg>" },
        { "CLMS", Frames.ClmsLoan("CLMS202606010000008", "1.00", "LOST"), "<RetCode>1002</RetCode><RetMsg>Service/Body/Loan/Status：合同状态未知</RetMsg>" },
        { "CLMS", Frames.ClmsLoan("CLMS202606010000008", ""), "<RetCode>1002</RetCode><RetMsg>Service/Body/Loan/Balance：贷款余额为空</RetMsg>" },
        { "CLMS", Frames.ClmsLoan("CLMS202606010000008", "1.00", rate: "1234567890123456789"), "<RetCode>1002</RetCode><RetMsg>rate：利率超出范围</RetMsg>" },
        { "CARD", Frames.CardAccount("000008", "12.34"), "060109000000000860601000000830" },
        { "CARD", Frames.CardAccount("000008", "1234", "X"), "060109000000000860601000000830" },
    };

    [Theory(Timeout = Patience)]
    [Trait("Case", "HOLD-07")]
    [MemberData(nameof(Wrong))]
    public async Task A_bad_field_of_a_loan_or_card_account_is_refused_in_the_system_s_own_code_and_so_is_its_repeat(string system, byte[] frame, string refusal)
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var peer = await RequestTests.SignedOnAsync(gateway, system);
        for (var i = 0; i < 2; i++)
        {
            await peer.SendAsync(frame);
            Assert.Contains(refusal, await peer.ReadTextAsync(), StringComparison.Ordinal);
        }

        Assert.Empty(gateway.Master.Reports);
        Assert.All(gateway.Master.Refused, refused => Assert.Equal((system, Reason.BadField), (refused.System, refused.Reason)));
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "HOLD-08")]
    public async Task A_card_customer_update_is_read_as_before_whatever_stands_in_it_under_the_account_file_s_tags()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var peer = await RequestTests.SignedOnAsync(gateway, "CARD");
        await peer.SendAsync(Frames.CardChange("000009", more: [.. Frames.Tag("16", "no amount"), .. Frames.Tag("20", "X")]));
        Assert.Contains("060109000000000960601000000900", await peer.ReadTextAsync(), StringComparison.Ordinal);
        Assert.Equal("赵玥", Assert.Single(gateway.Master.Submitted).Attributes[PartyAttribute.Name]);
        Assert.Empty(gateway.Master.Reports);
    }

    [Fact(Timeout = Patience)]
    [Trait("Case", "HOLD-09")]
    public async Task A_channel_contract_of_an_unknown_channel_or_with_a_bad_day_or_limit_is_refused_and_its_neighbours_are_taken_without_a_balance()
    {
        await using var gateway = await TestGateway.StartAsync();
        await WriteAsync(gateway, "EBANK_SIGN", Encode("EBANK_SIGN",
            "EC1|E1||MOBILE|手机银行|50000.00|2024-03-01|active\nEC2|E1||FAX|传真银行||2024-03-01|active\nEC3|E1||SMS|短信通知||2024-02-30|active\nEC4|E1||INTERNET|网上银行|1,5|2024-03-01|closed\nEC5|E1||SMS|短信通知||2024-03-01|closed\n"));
        Assert.Equal(
            "total=5,done=2,refused=3\n2|1002|product|channel未知\n3|1002|opened|signedOn不是有效日期\n4|1002|amount|dailyLimit不是数字\n",
            await ResponseAsync(gateway, "EBANK_SIGN"));
        Assert.Equal(["EC1 open 0 5000000", "EC5 closed 0 "], gateway.Master.Reports.Select(r => $"{r.Account} {r.State} {r.Balance} {r.Amount}"));
    }

    private static HoldingReport Report(
        string system, string account, string key, HoldingKind kind, string product, string title, long balance,
        long? amount = null, long? overdue = null, decimal? rate = null, DateOnly? opened = null, DateOnly? matures = null, string guarantee = "") => new(
        system, account, key, "2305210102", kind, product, title, "CNY", "open", balance, amount, overdue, rate, opened, matures, guarantee,
        new DateTimeOffset(new DateOnly(2026, 6, 1).ToDateTime(TimeOnly.MaxValue), TimeSpan.FromHours(8)));

    private static byte[] Encode(string name, string text) => name is "WMS_HOLD" or "EBANK_SIGN" ? Encoding.UTF8.GetBytes(text) : Frames.Gb.GetBytes(text);

    private static async Task WriteAsync(TestGateway gateway, string name, byte[] data)
    {
        await File.WriteAllBytesAsync(PathOf(gateway, name, "dat"), data, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(PathOf(gateway, name, "ctl"), $"count={data.Count(b => b == '\n')}\nsha256={Convert.ToHexStringLower(SHA256.HashData(data))}\n", TestContext.Current.CancellationToken);
    }

    private static async Task<string> ResponseAsync(TestGateway gateway, string name)
    {
        await TestGateway.UntilAsync(() => File.Exists(PathOf(gateway, name, "rsp")));
        return await File.ReadAllTextAsync(PathOf(gateway, name, "rsp"), TestContext.Current.CancellationToken);
    }

    private static string PathOf(TestGateway gateway, string name, string extension) => Path.Combine(gateway.Extracts, $"{name}_20260601.{extension}");
}
