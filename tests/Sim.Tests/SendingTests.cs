using Granary.Sim.Formats;
using Granary.Sim.Running;
using Granary.Sim.Systems;

namespace Granary.Sim.Tests;

/// <summary>What a system sends, and how it goes on when the hub does not answer.</summary>
public sealed class SendingTests
{
    public static TheoryData<string> Online => [.. Harness.Online];

    [Fact]
    [Trait("Case", "SIM-10")]
    public async Task Everyday_life_reaches_the_hub_from_every_system_and_no_number_is_used_twice()
    {
        await using var bank = await Harness.StartAsync();
        for (var i = 0; i < 300; i++)
        {
            await bank.Bank.Life.StepAsync(default);
        }

        await Harness.UntilAsync(() => bank.Bank.Pending == 0);
        var changes = bank.Hub.All.Where(heard => heard.Telegram.Kind == TelegramKind.Change).ToList();
        Assert.Equal(changes.Count, changes.Select(heard => (heard.System, heard.Id)).Distinct().Count());
        Assert.All(Harness.Online, system => Assert.Contains(changes, heard => heard.System == system));
        Assert.Empty(bank.Hub.Overlaps);
        Assert.All(bank.Bank.Systems.Where(system => !system.IsFiles), system => Assert.Equal(system.Counters.Sent, system.Counters.Answered));
        var truth = bank.Bank.World.Truth();
        Assert.All(changes, heard => Assert.Contains($"{heard.System},{heard.Key},", truth, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Online))]
    [Trait("Case", "SIM-11")]
    public async Task A_message_without_a_reply_is_sent_again_with_the_same_bytes(string system)
    {
        await using var bank = await Harness.StartAsync(systems: system);
        bank.Hub.React = (_, times) => times switch { 1 => Reaction.Close, 2 => Reaction.TryAgain, _ => Reaction.Done };
        await bank.OpenAsync(system);
        await Harness.UntilAsync(() => bank.Bank.Pending == 0);

        var first = bank.Hub.From(system).First(heard => heard.Telegram.Kind == TelegramKind.Change);
        var same = bank.Hub.From(system).Where(heard => heard.Id == first.Id).ToList();
        Assert.True(same.Count >= 3);
        Assert.All(same, heard => Assert.Equal(Convert.ToHexString(first.Bytes), Convert.ToHexString(heard.Bytes)));
        Assert.Equal(bank.System(system).Counters.Sent, bank.System(system).Counters.Answered);
    }

    [Theory, MemberData(nameof(Online))]
    [Trait("Case", "SIM-12")]
    public async Task A_hub_that_is_away_and_comes_back_gets_what_waited(string system)
    {
        await using var bank = await Harness.StartAsync(systems: system);
        var key = await bank.OpenAsync(system);
        await bank.Hub.DisposeAsync();
        Assert.NotNull(await bank.Bank.Life.ChangeAsync(bank.System(system), key));
        Assert.NotNull(await bank.Bank.Life.ChangeAsync(bank.System(system), key));
        Assert.Equal(2, bank.System(system).Book.Unanswered.Count);

        await bank.RestartHubAsync();
        await Harness.UntilAsync(() => bank.Bank.Pending == 0);
        Assert.Equal(2, bank.Hub.From(system).Select(heard => heard.Id).Distinct().Count());
        Assert.Empty(bank.Hub.Overlaps);
    }

    [Fact]
    [Trait("Case", "SIM-13")]
    public async Task A_refusal_is_counted_by_its_code_and_not_sent_again()
    {
        await using var bank = await Harness.StartAsync(systems: "CARD");
        bank.Hub.React = (_, _) => Reaction.Refuse;
        await bank.OpenAsync("CARD");
        var heard = bank.Hub.From("CARD");
        Assert.Equal(heard.Count, heard.Select(each => each.Id).Distinct().Count());
        await Harness.UntilAsync(() => bank.System("CARD").Counters.Refusals.GetValueOrDefault("30") == bank.Hub.From("CARD").Count); // counted just after it is no longer pending
    }

    [Theory]
    [InlineData("CBS")]
    [InlineData("CLMS")]
    [InlineData("EBANK")]
    [Trait("Case", "SIM-14")]
    public async Task An_inquiry_gives_what_the_hub_knows_and_a_hub_that_knows_nobody_gives_nothing(string system)
    {
        await using var bank = await Harness.StartAsync(systems: system);
        await bank.OpenAsync(system);
        var who = new Fields { [Fields.IdType] = "01", [Fields.IdNumber] = "230183198603094823", [Fields.Name] = "赵玥", [Fields.Branch] = "2305210102" };
        Assert.Null(await bank.System(system).AskAsync(who, default));

        bank.Hub.Golden = new Fields(who)
        {
            [Fields.Operation] = "U", [Fields.Kind] = Fields.Person, [Fields.Key] = "K1", [Fields.At] = "2026-06-01T09:00:00", [Fields.Mobile] = "13904510001",
        };
        var golden = await bank.System(system).AskAsync(who, default);
        Assert.Equal(("赵玥", "13904510001"), (golden![Fields.Name], golden[Fields.Mobile]));
        Assert.Contains(bank.Hub.From(system), heard => heard.Telegram.Kind == TelegramKind.Inquiry && heard.Telegram.Fields[Fields.IdNumber] == "230183198603094823");
    }

    [Fact]
    [Trait("Case", "SIM-15")]
    public void A_number_that_does_not_fit_its_field_is_not_sent_and_a_text_is_cut_at_a_whole_character()
    {
        var cbs = new Cbs();
        var fields = new Fields
        {
            [Fields.MessageId] = "CBS202606010000001", [Fields.At] = "2026-06-01T08:30:00", [Fields.Operation] = "A", [Fields.Kind] = Fields.Person, [Fields.Key] = "C1",
            [Fields.Name] = string.Concat(Enumerable.Repeat("㬎", 20)), [Fields.IdType] = "01", [Fields.IdNumber] = "230183198603094823",
        };
        var name = cbs.Decode(cbs.Split(cbs.EncodeChange(fields))[0]).Fields[Fields.Name];
        Assert.Equal(string.Concat(Enumerable.Repeat("㬎", 15)), name); // 60 bytes, four a character

        fields[Fields.IdNumber] = "230183198603094823230183";
        Assert.Throws<UnfitException>(() => cbs.EncodeChange(fields));
    }
}
