using Granary.Sim.People;
using Granary.Sim.Systems;
using Granary.Tests;
using Granary.Wire;

namespace Granary.Sim.Tests;

/// <summary>The simulated systems' files of holdings, read by the hub's own interpreter: the two sides share no code.</summary>
public sealed class HoldingTests
{
    private static readonly DateOnly Day = new(2026, 6, 1);

    public static TheoryData<string> Systems => [.. Extract.All.Select(each => each.System)];

    [Theory, Trait("Case", "SIM-40")]
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
                Assert.Equal(account.Balance, decimal.Parse(fields.Text("balance")));
                Assert.Equal(account.Opened.ToString("yyyy-MM-dd"), fields.Text("opened"));
                Assert.Equal(account.Matures?.ToString("yyyy-MM-dd") ?? "", fields.Text("matures"));
                Assert.Equal(account.State, fields.Text("state"));
            }
        }
    }

    [Fact, Trait("Case", "SIM-41")]
    public void A_day_that_is_told_twice_is_told_the_same_and_numbers_of_accounts_are_apart()
    {
        var accounts = Extract.All.SelectMany(each => Enumerable.Range(0, 500).SelectMany(i => Accounts.Of(each.System, $"K{i}", Day))).ToList();
        Assert.Equal(accounts, Extract.All.SelectMany(each => Enumerable.Range(0, 500).SelectMany(i => Accounts.Of(each.System, $"K{i}", Day))));
        Assert.Equal(accounts.Count, accounts.Select(a => a.Number).Distinct().Count());
    }
}
