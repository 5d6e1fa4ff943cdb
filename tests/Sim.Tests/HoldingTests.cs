using Granary.Sim.Formats;
using Granary.Sim.People;
using Granary.Sim.Store;
using Granary.Sim.Systems;
using Granary.Tests;
using Granary.Wire;

namespace Granary.Sim.Tests;

/// <summary>The simulated systems' files of holdings, read by the hub's own interpreter: the two sides share no code.</summary>
public sealed class HoldingTests
{
    private static readonly DateOnly Day = new(2026, 6, 1);

    private static readonly DateTimeOffset At = new(2026, 6, 1, 9, 0, 7, TimeSpan.FromHours(8));

    public static TheoryData<string> Systems => [.. Extract.All.Select(each => each.System)];

    /// <summary>Who tells accounts online.</summary>
    public static TheoryData<string> Tellers => ["CBS", "CLMS", "CARD"];

    [Theory, Trait("Case", "SIM-47")]
    [MemberData(nameof(Systems))]
    public void Every_line_that_a_system_writes_is_what_the_hub_reads(string system)
    {
        var extract = Extract.All.Single(each => each.System == system);
        var format = Interface.Load(Path.Combine(Shared.RepositoryRoot, "interfaces", "holdings", $"{system}.yaml"));
        for (var i = 0; i < 300; i++)
        {
            foreach (var account in Accounts.Of(system, $"K{i}", Day))
            {
                var decoded = format.Decode(extract.Encode(extract.Line($"K{i}", "2305210102", account)));
                Assert.Null(decoded.Fault);
                var fields = decoded.Message!.Fields;
                Assert.Equal((account.Number, $"K{i}", "2305210102", account.Title), (fields.Text("account"), fields.Text("key"), fields.Text("branch"), fields.Text("title")));
                Assert.Equal(account.Balance, system == "EBANK" ? 0 : decimal.Parse(fields.Text("balance")));
                Assert.Equal(account.Opened.ToString("yyyy-MM-dd"), fields.Text("opened"));
                Assert.Equal(account.Matures?.ToString("yyyy-MM-dd") ?? "", fields.Text("matures"));
                Assert.Equal(account.State, fields.Text("state"));
            }
        }
    }

    [Theory, Trait("Case", "SIM-44")]
    [MemberData(nameof(Tellers))]
    public void Every_account_that_a_system_tells_online_is_what_the_hub_reads(string system)
    {
        var sim = SystemFormats.Of(system);
        var format = Interface.Load(Path.Combine(Shared.RepositoryRoot, "interfaces", $"{system}.yaml"));
        using var book = new Book(sim, null);
        for (var i = 0; i < 300; i++)
        {
            foreach (var account in Accounts.Of(system, $"K{i}", Day))
            {
                var outgoing = book.Tell(new($"K{i}", Formats.Fields.Person) { Branch = "2305210102" }, account, At)!;
                var message = sim.Split(outgoing.Frame)[0];
                var decoded = format.Decode(message);
                Assert.Null(decoded.Fault);
                Assert.Equal((TelegramKind.Holding, outgoing.Id, $"K{i}"), (sim.Decode(message).Kind, sim.Decode(message).Id, sim.Decode(message).Fields.Text("key")));
                Assert.Equal(MessageRole.Holding, decoded.Message!.Role);
                var fields = decoded.Message.Fields;
                Assert.Equal((account.Number, $"K{i}", "2305210102", account.Title, account.Product), (fields.Text("account"), fields.Text("key"), fields.Text("branch"), fields.Text("title"), fields.Text("product")));
                Assert.Equal((account.Balance, account.State), (decimal.Parse(fields.Text("balance")), fields.Text("state")));
                Assert.Equal(system == "CBS" ? "" : account.Amount.ToString("0.##"), fields.Text("amount") is { Length: > 0 } amount ? decimal.Parse(amount).ToString("0.##") : "");
                Assert.Equal(account.Opened.ToString("yyyy-MM-dd"), fields.Text("opened"));
                Assert.Equal(account.Matures?.ToString("yyyy-MM-dd") ?? "", fields.Text("matures"));
                Assert.Equal(At, format.SourceTime(fields, At));
            }
        }
    }

    [Theory, Trait("Case", "SIM-45")]
    [MemberData(nameof(Tellers))]
    public async Task An_account_that_is_told_online_is_sent_in_the_same_bytes_until_it_has_its_verdict(string system)
    {
        await using var bank = await Harness.StartAsync(systems: system);
        var key = await bank.OpenAsync(system);
        bank.Hub.React = (_, times) => times switch { 1 => Reaction.Close, 2 => Reaction.TryAgain, _ => Reaction.Done };
        var told = Assert.NotNull(bank.System(system).Tell(key));
        Assert.Contains(Accounts.Of(system, key, TimeProvider.System.Now().Day()), account => account.Number == told.Account);
        await Harness.UntilAsync(() => bank.Bank.Pending == 0);
        var heard = bank.Hub.From(system).Where(each => each.Telegram.Kind == TelegramKind.Holding).ToList();
        Assert.True(heard.Count >= 3);
        Assert.All(heard, each => Assert.Equal(Convert.ToHexString(heard[0].Bytes), Convert.ToHexString(each.Bytes)));
        Assert.Empty(bank.System(system).Book.Unanswered);
    }

    [Fact, Trait("Case", "SIM-45")]
    public void A_bank_that_was_stopped_still_has_the_account_to_tell_and_a_system_without_the_service_has_none()
    {
        var folder = Directory.CreateTempSubdirectory("granary-sim").FullName;
        var (customer, account) = (new Customer("K1", Formats.Fields.Person) { Branch = "2305210102" }, Accounts.Of("CLMS", "K1", Day)[0]);
        byte[] frame;
        using (var book = new Book(SystemFormats.Of("CLMS"), folder))
        {
            frame = book.Tell(customer, account, At)!.Frame;
        }

        using (var book = new Book(SystemFormats.Of("CLMS"), folder))
        {
            Assert.Equal(Convert.ToHexString(frame), Convert.ToHexString(Assert.Single(book.Unanswered).Frame));
            Assert.NotEqual(Assert.Single(book.Unanswered).Id, book.Tell(customer, account, At)!.Id);
        }

        Directory.Delete(folder, recursive: true);
        foreach (var system in new[] { "EBANK", "IBP", "WMS" })
        {
            using var book = new Book(SystemFormats.Of(system), null);
            Assert.Null(book.Tell(customer, account, At));
        }
    }

    [Fact, Trait("Case", "SIM-46")]
    public async Task Everyday_life_with_holdings_tells_accounts_online_and_a_recording_leaves_them_out()
    {
        var recording = Directory.CreateTempSubdirectory("granary-recording").FullName;
        await using (var bank = await Harness.StartAsync(record: recording, holdings: true))
        {
            for (var i = 0; i < 150; i++)
            {
                await bank.Bank.Life.StepAsync(default);
            }

            await Harness.UntilAsync(() => bank.Bank.Pending == 0);
            Assert.All(Tellers, system => Assert.Contains(bank.Hub.From(system), heard => heard.Telegram.Kind == TelegramKind.Holding));
            Assert.Empty(bank.Hub.Overlaps);
        }

        foreach (var system in Tellers.Select(row => row.Data))
        {
            var format = SystemFormats.Of(system);
            Assert.All(format.Split(File.ReadAllBytes(Path.Combine(recording, $"{system}.bin"))), message => Assert.Equal(TelegramKind.Change, format.Decode(message).Kind));
        }

        Directory.Delete(recording, recursive: true);
    }

    [Fact, Trait("Case", "SIM-48")]
    public void A_day_that_is_told_twice_is_told_the_same_and_numbers_of_accounts_are_apart()
    {
        var accounts = Extract.All.SelectMany(each => Enumerable.Range(0, 500).SelectMany(i => Accounts.Of(each.System, $"K{i}", Day))).ToList();
        Assert.Equal(accounts, Extract.All.SelectMany(each => Enumerable.Range(0, 500).SelectMany(i => Accounts.Of(each.System, $"K{i}", Day))));
        Assert.Equal(accounts.Count, accounts.Select(a => a.Number).Distinct().Count());
    }
}
